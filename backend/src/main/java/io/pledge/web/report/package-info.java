/** The SLA report, the lists that its figures open, and its export. */
@NullMarked
package io.pledge.web.report;

import org.jspecify.annotations.NullMarked;
