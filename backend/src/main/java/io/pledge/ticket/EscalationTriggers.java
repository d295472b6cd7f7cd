package io.pledge.ticket;

import java.util.List;

/** Everything that may move cases up and was found at the same moment: a watch that was away finds very much at once. */
public interface EscalationTriggers {
    List<? extends EscalationTrigger> all();
}
