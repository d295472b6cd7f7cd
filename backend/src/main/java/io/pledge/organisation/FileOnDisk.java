package io.pledge.organisation;

import java.util.List;

import io.pledge.config.ConfigurationInvalid;

/** How the operator's file on the disk of a node stands to what was taken over of it last. */
public sealed interface FileOnDisk {

    /** It says the same. */
    record Same() implements FileOnDisk {}

    /**
     * It says something else.
     *
     * @param fingerprint tells this file, beside what is there, from any other
     * @param differences what taking it over would do
     * @param kept what was changed on the page and stays, since the file says nothing new about it
     * @param conflicts what was changed on the page and in the file, each otherwise; while there are any, nothing is taken over
     * @param objections rules that what comes out would break; while there are any, nothing is taken over
     */
    record Different(String fingerprint, List<Difference> differences, List<Difference> kept, List<Conflict> conflicts,
            List<Objection> objections) implements FileOnDisk {

        /** Whether it can be taken over. */
        public boolean possible() {
            return conflicts.isEmpty() && objections.isEmpty();
        }
    }

    /**
     * It makes no sense.
     *
     * @param line the line counted from 1; 0 where the whole file is meant
     */
    record Refused(String file, int line, String reason) implements FileOnDisk {
        static Refused because(ConfigurationInvalid invalid) {
            return new Refused(invalid.file(), invalid.line(), invalid.reason());
        }
    }
}
