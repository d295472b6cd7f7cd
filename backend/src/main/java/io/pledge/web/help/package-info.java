/** Help among units: asked on a case, listed for those who help, taken, answered and declined. */
@org.jspecify.annotations.NullMarked
package io.pledge.web.help;
