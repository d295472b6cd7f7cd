/** How a promise came to its time, told to staff and customers alike. */
@org.jspecify.annotations.NullMarked
package io.pledge.web.explain;
