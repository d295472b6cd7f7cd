/** Major incidents: declared, with their cases, letters to all of them and their history; a banner on each case. */
@org.jspecify.annotations.NullMarked
package io.pledge.web.incident;
