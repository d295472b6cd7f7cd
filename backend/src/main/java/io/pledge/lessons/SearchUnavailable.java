package io.pledge.lessons;

/** The search engine does not answer, or not yet. Nothing is lost by it: the index follows when it is back. */
public class SearchUnavailable extends RuntimeException {
    SearchUnavailable(String reason, Throwable cause) {
        super(reason, cause);
    }

    SearchUnavailable(String reason) {
        super(reason);
    }
}
