/** The customers' pages: the form, and the case behind its private link. */
@org.jspecify.annotations.NullMarked
package io.pledge.web.portal;
