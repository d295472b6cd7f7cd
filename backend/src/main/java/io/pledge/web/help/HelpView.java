package io.pledge.web.help;

import org.jspecify.annotations.Nullable;

import io.pledge.web.view.PersonView;
import io.pledge.web.view.PromiseBadge;

/**
 * A request as pages show it.
 *
 * @param about the case: number, customer and severity; empty on the page of the case itself
 * @param whom the unit that is asked, and the person of it
 * @param from who asked, and of which unit
 * @param due by when
 * @param said the answer, or why it was declined; null otherwise
 * @param ended how it ended, when and by whom; null while it is open
 */
record HelpView(long id, String number, String title, String about, String question, @Nullable String tried,
        String whom,
        String from, String asked, String due, @Nullable PersonView taken, PromiseBadge badge, @Nullable String said,
        @Nullable String ended, boolean open) {}
