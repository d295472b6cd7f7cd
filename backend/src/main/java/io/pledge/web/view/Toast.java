package io.pledge.web.view;

import java.io.Serializable;

import org.jspecify.annotations.Nullable;

/**
 * What was just done, shown for some seconds. Survives a redirect as the flash attribute {@code toast}.
 *
 * @param icon name of the drawing in the sprite
 * @param words one sentence
 * @param undo where to post in order to take it back; null where that is impossible
 */
public record Toast(String icon, String words, @Nullable String undo) implements Serializable {}
