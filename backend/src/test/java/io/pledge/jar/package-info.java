/** The packaged program in processes of its own, as an operator runs it. */
@org.jspecify.annotations.NullMarked
package io.pledge.jar;
