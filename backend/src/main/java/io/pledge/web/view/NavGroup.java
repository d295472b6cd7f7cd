package io.pledge.web.view;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** Ways of one kind under a title; the first group has none. */
public record NavGroup(@Nullable String title, List<NavItem> items) {}
