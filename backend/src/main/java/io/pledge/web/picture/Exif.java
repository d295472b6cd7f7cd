package io.pledge.web.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Of what a camera writes into a JPEG (EXIF 2.3, section 4.5) the one thing that is kept: how the picture is to be turned. */
final class Exif {
    static final int UPRIGHT = 1;
    private static final int MOST = 8;
    private static final String NAME = "Exif\0\0";
    private static final int TIFF = NAME.length();
    private static final short ORIENTATION = 0x0112;
    private static final int ENTRY = 12;

    private Exif() {}

    /** How the picture is to be turned, 1 to 8; upright where it is not said. */
    static int turn(ByteBuffer segment) {
        byte[] name = new byte[TIFF];
        if (segment.capacity() < TIFF + 8) {
            return UPRIGHT;
        }
        segment.get(0, name);
        if (!new String(name, StandardCharsets.ISO_8859_1).equals(NAME)) {
            return UPRIGHT;
        }
        var tiff = segment.slice(TIFF, segment.capacity() - TIFF);
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int entries = tiff.getInt(4);
        int count = Short.toUnsignedInt(tiff.getShort(entries));
        for (int i = 0; i < count; i++) {
            int entry = entries + 2 + i * ENTRY;
            if (tiff.getShort(entry) == ORIENTATION) {
                int turn = tiff.getShort(entry + 8);
                return turn > UPRIGHT && turn <= MOST ? turn : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** A segment that says nothing but how to turn. */
    static byte[] saying(int turn) {
        int length = 2 + TIFF + 8 + 2 + ENTRY + 4;
        return ByteBuffer.allocate(2 + length).put((byte) 0xff).put((byte) 0xe1).putShort((short) length)
                .put(NAME.getBytes(StandardCharsets.ISO_8859_1)).put("MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8).putShort((short) 1).putShort(ORIENTATION).putShort((short) 3).putInt(1)
                .putShort((short) turn).putShort((short) 0).putInt(0).array();
    }
}
