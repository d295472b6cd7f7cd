package io.pledge.ticket;

/** What an entry of the timeline tells. */
public enum What {
    SUBMITTED(true), TAKEN(true), ASSIGNED(false), PUT_BACK(false), REPLIED(true), CALLED(true), NOTED(
            false), CUSTOMER_WROTE(
                    true), HELD(true), RESUMED(true), ESCALATED(true), ESCALATION_IGNORED(false), HANDED_BACK(
                            true), RESOLVED(
                                    true), CONFIRMED(true), REJECTED(true), REMINDED(true), CLOSED_UNCONFIRMED(
                                            true), REOPENED(
                                                    true), CANCELLED(true), PROMISE_BROKEN(
                                                            true), PROMISE_MADE(true), PROMISE_MOVED(
                                                                    true), SEVERITY_CHANGED(false), CUSTOMER_ATTACHED(
                                                                            false), PROMISED_ANEW(
                                                                                    false), PROMISE_CHANGED(
                                                                                            true), VISIT_ARRIVED(
                                                                                                    true), SHIPPED(
                                                                                                            true), MERGED(
                                                                                                                    true), ABSORBED(
                                                                                                                            true), NOT_DELIVERED(
                                                                                                                                    false), TIME_USED(
                                                                                                                                            false), LINKED(
                                                                                                                                                    false), UNLINKED(
                                                                                                                                                            false), SPLIT(
                                                                                                                                                                    false), STEP_DONE(
                                                                                                                                                                            false), STEP_REOPENED(
                                                                                                                                                                                    false), STEP_TOLD(
                                                                                                                                                                                            true);

    private final boolean visibleToCustomer;

    What(boolean visibleToCustomer) {
        this.visibleToCustomer = visibleToCustomer;
    }

    /** Whether the customer reads it on the page of the case. */
    public boolean visibleToCustomer() {
        return visibleToCustomer;
    }
}
