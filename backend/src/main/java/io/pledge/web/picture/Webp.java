package io.pledge.web.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** WebP (RFC 9649, section 2): a RIFF container of chunks; the first of them says how large the picture is. */
final class Webp {
    private static final int HEAD = 12;
    private static final int CHUNK = 8;
    /** The flags of an extended file that announce EXIF and XMP. */
    private static final int TELLS = 0x08 | 0x04;

    private Webp() {}

    static Picture read(ByteBuffer file) {
        file.order(ByteOrder.LITTLE_ENDIAN);
        int end = Math.min(file.capacity(), CHUNK + file.getInt(4));
        var kept = new ByteArrayOutputStream(file.capacity());
        kept.write(file.array(), 0, HEAD);
        for (int at = HEAD; at + CHUNK <= end; at += CHUNK + padded(file.getInt(at + 4))) {
            int length = CHUNK + padded(file.getInt(at + 4));
            if (length < CHUNK || length > file.capacity() - at) {
                throw new IllegalArgumentException("a chunk goes beyond the end");
            }
            String type = new String(file.array(), at, 4, StandardCharsets.ISO_8859_1);
            if (!type.equals("EXIF") && !type.equals("XMP ")) {
                kept.write(file.array(), at, length);
            }
        }
        var bytes = ByteBuffer.wrap(kept.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(4, bytes.capacity() - CHUNK);
        return sized(bytes);
    }

    private static int padded(int length) {
        return length + (length & 1);
    }

    private static Picture sized(ByteBuffer file) {
        String type = new String(file.array(), HEAD, 4, StandardCharsets.ISO_8859_1);
        int data = HEAD + CHUNK;
        return switch (type) {
            case "VP8X" -> {
                file.put(data, (byte) (file.get(data) & ~TELLS));
                yield new Picture(1 + three(file, data + 4), 1 + three(file, data + 7), file.array());
            }
            case "VP8L" -> {
                int bits = file.getInt(data + 1);
                yield new Picture(1 + (bits & 0x3fff), 1 + (bits >> 14 & 0x3fff), file.array());
            }
            case "VP8 " -> new Picture(file.getShort(data + 6) & 0x3fff, file.getShort(data + 8) & 0x3fff,
                    file.array());
            default -> throw new IllegalArgumentException("no picture in it");
        };
    }

    private static int three(ByteBuffer file, int at) {
        return file.get(at) & 0xff | (file.get(at + 1) & 0xff) << 8 | (file.get(at + 2) & 0xff) << 16;
    }
}
