/** The pages of visits: planned at the case, made with a phone in the hand, agreed upon by the customer. */
@org.jspecify.annotations.NullMarked
package io.pledge.web.visit;
