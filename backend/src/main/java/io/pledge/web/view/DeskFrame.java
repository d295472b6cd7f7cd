package io.pledge.web.view;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What surrounds the desk.
 *
 * @param home where the mark leads
 * @param groups the views
 * @param me who is signed in
 * @param search where the palette asks, with q as parameter
 * @param newCase where a new case begins; null for those who may not
 * @param signOut where signing out is posted
 */
public record DeskFrame(
        String home, List<NavGroup> groups, PersonView me, String search, @Nullable String newCase, String signOut) {}
