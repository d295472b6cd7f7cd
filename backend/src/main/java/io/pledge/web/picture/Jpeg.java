package io.pledge.web.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** JPEG (ITU T.81, annex B): segments, each behind a marker, and compressed data behind the start of a scan. */
final class Jpeg {
    private static final int START = 0xd8;
    private static final int END = 0xd9;
    private static final int SCAN = 0xda;
    private static final int EXIF = 0xe1;

    private Jpeg() {}

    static Picture read(ByteBuffer file) {
        if (file.getShort(0) != (short) (0xff00 | START)) {
            throw new IllegalArgumentException("no beginning");
        }
        var kept = new ByteArrayOutputStream(file.capacity());
        int width = 0;
        int height = 0;
        int turn = Exif.UPRIGHT;
        kept.write(file.array(), 0, 2);
        int at = 2;
        for (int marker = marker(file, at); marker != END; marker = marker(file, at)) {
            int next = at + 2 + Short.toUnsignedInt(file.getShort(at + 2));
            if (isFrame(marker)) {
                height = Short.toUnsignedInt(file.getShort(at + 5));
                width = Short.toUnsignedInt(file.getShort(at + 7));
            }
            if (marker == EXIF) {
                turn = Math.max(turn, Exif.turn(file.slice(at + 4, next - at - 4)));
            }
            if (marker == SCAN) {
                next = endOfScan(file, next);
            }
            if (isKept(marker)) {
                if (marker != 0xe0 && turn != Exif.UPRIGHT) {
                    kept.writeBytes(Exif.saying(turn));
                    turn = Exif.UPRIGHT;
                }
                kept.write(file.array(), at, next - at);
            }
            at = next;
        }
        kept.write(file.array(), at, 2);
        return new Picture(width, height, kept.toByteArray());
    }

    private static int marker(ByteBuffer file, int at) {
        if (file.get(at) != (byte) 0xff) {
            throw new IllegalArgumentException("no marker where one has to be");
        }
        return file.get(at + 1) & 0xff;
    }

    /** Where the next marker stands; a byte of all ones within the data is followed by zero or a restart. */
    private static int endOfScan(ByteBuffer file, int from) {
        int at = from;
        while (file.get(at) != (byte) 0xff || isWithinScan(file.get(at + 1) & 0xff)) {
            at++;
        }
        return at;
    }

    private static boolean isWithinScan(int code) {
        return code == 0 || code == 0xff || code >= 0xd0 && code <= 0xd7;
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    /** Of what programs add (E0 to EF, comments) only what the picture looks wrong without: JFIF, colour profile, Adobe's transform. */
    private static boolean isKept(int marker) {
        boolean added = marker >= 0xe0 && marker <= 0xef || marker == 0xfe;
        return !added || marker == 0xe0 || marker == 0xe2 || marker == 0xee;
    }
}
