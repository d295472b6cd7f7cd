/** Working time and promises to try out, on no ticket: what the calendars and the ledger compute for whatever is put in. */
@org.jspecify.annotations.NullMarked
package io.pledge.api.time;
