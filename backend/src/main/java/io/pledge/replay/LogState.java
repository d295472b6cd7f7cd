package io.pledge.replay;

/** What a state of the log means here, in the order of a case's life. */
enum LogState {
    /** Came in; nobody works on it. */
    NEW,
    /** Somebody works on it. */
    WORKING,
    /** The customer was asked something, and the case is on hold. */
    WAITING,
    /** Reported to the customer as solved. */
    RESOLVED,
    /** Over, without anybody's yes. */
    CLOSED;

    /** Whether work on it goes on. */
    boolean open() {
        return compareTo(RESOLVED) < 0;
    }
}
