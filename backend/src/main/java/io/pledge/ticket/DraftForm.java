package io.pledge.ticket;

/** What somebody can be in the middle of writing on a case. */
public enum DraftForm {
    REPLY, NOTE, RESOLVE
}
