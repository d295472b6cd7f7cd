package io.pledge.organisation;

import java.util.List;

/** A change of units or people that the rules do not allow, or that somebody else was quicker than. */
public class OrganisationRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Objection> objections;

    OrganisationRefused(List<Objection> objections) {
        super("refused: " + objections);
        this.objections = List.copyOf(objections);
    }

    /** What stands against it, at least one. */
    public List<Objection> objections() {
        return objections;
    }
}
