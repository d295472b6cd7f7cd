package io.pledge.web.visit;

import org.jspecify.annotations.Nullable;

import io.pledge.web.view.PersonView;
import io.pledge.web.view.PromiseBadge;

/**
 * A visit, in the reader's words.
 *
 * @param when in the zone of the site
 * @param unconfirmed whether it comes soon and the customer has not said yes
 * @param asked whether the customer asks for another time
 * @param note what became of it, beside its state; empty for nothing
 * @param ahead whether the engineer is still to come
 */
public record VisitView(long id, String number, String when, @Nullable PersonView engineer, @Nullable String place,
        @Nullable String purpose, PromiseBadge badge, boolean unconfirmed, boolean asked, String note, boolean ahead) {

    /** The page of it at the desk. */
    public String getHref() {
        return "/desk/tickets/" + number + "/visits/" + id;
    }
}
