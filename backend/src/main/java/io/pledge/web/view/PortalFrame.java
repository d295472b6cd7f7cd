package io.pledge.web.view;

import java.util.List;

/** What surrounds the customer's pages: the vendor's name, where it leads, and the languages. */
public record PortalFrame(String vendor, String home, List<Language> languages) {}
