package io.pledge.quality;

/** Whether the customer complained rightly. Only a valid complaint counts in anybody's appraisal. */
public enum Verdict {
    VALID, NOT_VALID
}
