/** The desk: queues, cases with their verbs, new cases by phone, and what one has to confirm. */
@org.jspecify.annotations.NullMarked
package io.pledge.web.desk;
