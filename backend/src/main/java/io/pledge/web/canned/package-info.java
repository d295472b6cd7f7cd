/** Texts to customers that are picked instead of typed: read from the operator's file, filled for the customer of a case. */
@org.jspecify.annotations.NullMarked
package io.pledge.web.canned;
