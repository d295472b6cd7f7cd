package io.pledge.web.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** PNG, section 5: a signature and chunks, each with its length, its type and a checksum. */
final class Png {
    private static final int SIGNATURE = 8;
    private static final int AROUND = 12;
    /** What tells of where, when and by whom, and free text. */
    private static final Set<String> TELLS = Set.of("eXIf", "tEXt", "iTXt", "zTXt", "tIME");

    private Png() {}

    static Picture read(ByteBuffer file) {
        int width = 0;
        int height = 0;
        var kept = new ByteArrayOutputStream(file.capacity());
        kept.write(file.array(), 0, SIGNATURE);
        String type = "";
        for (int at = SIGNATURE; !type.equals("IEND"); at += AROUND + file.getInt(at)) {
            int length = file.getInt(at);
            if (length < 0 || length > file.capacity() - at - AROUND) {
                throw new IllegalArgumentException("a chunk goes beyond the end");
            }
            type = new String(file.array(), at + 4, 4, StandardCharsets.ISO_8859_1);
            if (type.equals("IHDR")) {
                if (width > 0) {
                    throw new IllegalArgumentException("a picture has one size");
                }
                width = file.getInt(at + 8);
                height = file.getInt(at + 12);
            }
            if (!TELLS.contains(type)) {
                kept.write(file.array(), at, AROUND + length);
            }
        }
        return new Picture(width, height, kept.toByteArray());
    }
}
