/** The short forms of the kinds of cases, the panel of steps of a case, and the list of steps that somebody owes. */
@org.jspecify.annotations.NullMarked
package io.pledge.web.steps;
