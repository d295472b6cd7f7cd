/** The product lived from outside, in a real browser. */
@org.jspecify.annotations.NullMarked
package io.pledge.story;
