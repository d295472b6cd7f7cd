package io.pledge.web.view;

import java.util.List;

/**
 * Three boxes that say where a case lies and where it has been.
 *
 * @param boxes from the local tier upward
 * @param spoken the same in a sentence
 */
public record TierBoxes(List<Box> boxes, String spoken) {

    /** What a tier has to do with the case. */
    public enum Mark {
        /** The case lies there and was taken. */
        HELD("tier-held"),
        /** The case was there. */
        PAST("tier-past"),
        /** The case was sent there and nobody has taken it. */
        WAITING("tier-waiting"),
        /** The case never was there. */
        UNTOUCHED("");

        private final String css;

        Mark(String css) {
            this.css = css;
        }

        /** The class of such a box; empty for none. */
        public String getCss() {
            return css;
        }
    }

    /** One box: the letter of the tier and what it has to do with the case. */
    public record Box(String letter, Mark mark) {}
}
