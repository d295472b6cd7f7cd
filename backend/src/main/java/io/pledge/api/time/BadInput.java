package io.pledge.api.time;

/** A member of a request's body that is missing or makes no sense. Its message begins with the member's place in the body. */
class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String place;

    BadInput(String place, String reason) {
        super(place.isEmpty() ? reason : place + ": " + reason);
        this.place = place;
    }

    /** The member's place, such as {@code events[3].at}; empty for the whole body. */
    String place() {
        return place;
    }
}
