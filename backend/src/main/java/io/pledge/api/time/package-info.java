/** Working time and promises: to try out on no ticket, and those of tickets with how they came to their time. */
@org.jspecify.annotations.NullMarked
package io.pledge.api.time;
