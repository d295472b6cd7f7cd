package io.pledge.web.picture;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Reads the pictures that a page shows. */
public final class Pictures {
    private Pictures() {}

    /**
     * Measures a picture and takes away what it tells beside the picture: place, time, device, comments, and whatever hangs behind its
     * end. How it is to be turned stays.
     *
     * @param mediaType what the content was found to be
     * @return empty where it is none of the pictures that a page shows, or is not whole
     */
    public static Optional<Picture> read(String mediaType, byte[] content) {
        var bytes = ByteBuffer.wrap(content);
        try {
            return switch (mediaType) {
                case "image/jpeg" -> Optional.of(Jpeg.read(bytes));
                case "image/png" -> Optional.of(Png.read(bytes));
                case "image/webp" -> Optional.of(Webp.read(bytes));
                case "image/gif" -> Optional.of(Gif.read(bytes));
                default -> Optional.empty();
            };
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }
}
