/** Who on the customer's side hears of what: the plans of contracts, and whom a case is told. */
@org.jspecify.annotations.NullMarked
package io.pledge.web.communication;
