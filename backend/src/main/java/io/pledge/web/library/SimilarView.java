package io.pledge.web.library;

import java.util.List;

/**
 * A lesson or case that resembles the one on the page.
 *
 * @param remedy what helped
 * @param reasons why it is thought similar
 */
record SimilarView(String href, String title, String remedy, List<String> reasons, boolean lesson) {}
