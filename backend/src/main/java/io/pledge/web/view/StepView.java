package io.pledge.web.view;

import org.jspecify.annotations.Nullable;

/**
 * One step of what happened or happens next.
 *
 * @param shape name of the drawing in the sprite
 * @param tone kept, broken, ahead, or plain
 */
public record StepView(String shape, String tone, String name, @Nullable String note) {}
