/**
 * The vendor's customers, for the administrator who enters and changes them, by hand or as files, and for account managers, heads and
 * managers, who read about those they may see.
 */
@NullMarked
package io.pledge.web.customers;

import org.jspecify.annotations.NullMarked;
