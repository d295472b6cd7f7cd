/** Pledge: one package per business module; see the README for the picture of the house. */
@org.jspecify.annotations.NullMarked
package io.pledge;
