package io.pledge.web.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** GIF89a, section 18: the size stands in the head. It knows no place and no camera, so that it is kept as it is. */
final class Gif {
    private static final int SIZE = 6;

    private Gif() {}

    static Picture read(ByteBuffer file) {
        file.order(ByteOrder.LITTLE_ENDIAN).position(SIZE);
        return new Picture(Short.toUnsignedInt(file.getShort()), Short.toUnsignedInt(file.getShort()), file.array());
    }
}
