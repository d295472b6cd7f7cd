package io.pledge.replay;

import org.springframework.stereotype.Component;

import io.pledge.sla.SlaWatch;
import io.pledge.ticket.Cases;
import io.pledge.ticket.Casework;
import io.pledge.ticket.ClosedLoop;
import io.pledge.ticket.Conversation;
import io.pledge.ticket.Escalations;
import io.pledge.ticket.Intake;
import io.pledge.ticket.Participants;
import io.pledge.ticket.Triage;

/** What can be done to a case: the very verbs that pages use, and the watch over promises. */
@Component
record Verbs(Intake intake, Casework casework, Triage triage, Conversation conversation, Escalations escalations,
        ClosedLoop loop,
        Cases cases, Participants participants, SlaWatch watch) {}
