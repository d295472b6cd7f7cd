package io.pledge.web.picture;

/**
 * A picture as it may be kept.
 *
 * @param width in pixels
 * @param height in pixels
 * @param bytes the file without where, when and with what it was taken; the picture itself is the same to the bit
 */
public record Picture(int width, int height, byte[] bytes) {
    /** @throws IllegalArgumentException where it has no size */
    public Picture {
        if (width <= 0 || height <= 0) {
            throw new IllegalArgumentException("a picture without a size");
        }
    }

    /** How many pixels whoever shows it has to find room for. */
    public long pixels() {
        return (long) width * height;
    }
}
