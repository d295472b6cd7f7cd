package io.pledge.web.view;

/**
 * A sentence about a promise with its shape and no box, such as the foot of a message.
 *
 * @param tone end of the class name, as in {@link PromiseBadge}; {@code plain} for a promise that was only made
 * @param shape name of the drawing in the sprite
 * @param words the sentence
 */
public record PromiseMark(String tone, String shape, String words) {}
