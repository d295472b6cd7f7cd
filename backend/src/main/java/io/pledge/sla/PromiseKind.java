package io.pledge.sla;

/** What is promised to the customer by a time. */
public enum PromiseKind {
    /** That a person answers first. */
    ACKNOWLEDGEMENT,
    /** The next word on how far things are, solved or not; recurs until the case is resolved. */
    PROGRESS,
    /** That an engineer arrives. */
    ON_SITE,
    /** That a part or a replacement leaves. */
    SHIPMENT,
    /** That the case is solved, in the customer's judgement. */
    RESOLUTION
}
