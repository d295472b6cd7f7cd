package io.pledge.web.view;

import java.util.List;

/**
 * What surrounds the manager's pages.
 *
 * @param home where the mark leads
 * @param tabs the reports
 * @param me who is signed in
 * @param signOut where signing out is posted
 */
public record ManagerFrame(String home, List<NavItem> tabs, PersonView me, String signOut) {}
