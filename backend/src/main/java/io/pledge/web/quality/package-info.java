/** The quality officer's pages: what waits for a ruling, the evidence, the ruling, the appeals. */
@org.jspecify.annotations.NullMarked
package io.pledge.web.quality;
