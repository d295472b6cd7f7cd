package io.pledge.web.portal;

/** A private link that opens nothing: forged, replaced or expired. Which of the three is not said. */
class UnknownLink extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
