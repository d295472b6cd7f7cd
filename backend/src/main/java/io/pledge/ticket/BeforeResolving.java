package io.pledge.ticket;

/**
 * What has to be there before a case may be resolved. The modules above implement it, and are asked whichever way it is resolved; a case
 * that is merged or withdrawn is not resolved.
 */
public interface BeforeResolving {

    /** @throws Refused where something is missing */
    void require(Ticket ticket);
}
