package io.pledge.web;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

import javax.imageio.ImageIO;

/** Small pictures as cameras and programs write them, with what they tell beside the picture. */
public final class SamplePictures {
    /** What stands in every one of them where a camera writes the place. */
    public static final String PLACE = "GPS 48.1374N 11.5755E";
    private static final int WIDTH = 12;
    private static final int HEIGHT = 8;

    private SamplePictures() {}

    /** A photo taken upright, with the camera lying on its side. */
    public static byte[] jpeg() {
        byte[] plain = written("jpg");
        byte[] place = PLACE.getBytes(StandardCharsets.ISO_8859_1);
        var tiff = ByteBuffer.allocate(8 + 2 + 12 + 4).order(ByteOrder.LITTLE_ENDIAN).put(new byte[]{'I', 'I', 42, 0})
                .putInt(8).putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1)
                .putShort((short) 6).putShort((short) 0).putInt(0).array();
        var out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        segment(out, 0xe1, concat("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), tiff, place));
        segment(out, 0xfe, place);
        out.write(plain, 2, plain.length - 2);
        out.writeBytes(place);
        return out.toByteArray();
    }

    /** With a comment, and something behind its end. */
    public static byte[] png() {
        byte[] plain = written("png");
        int end = plain.length - 12;
        byte[] data = concat("tEXt".getBytes(StandardCharsets.ISO_8859_1),
                ("Comment\0" + PLACE).getBytes(StandardCharsets.ISO_8859_1));
        var sum = new CRC32();
        sum.update(data);
        var chunk = ByteBuffer.allocate(8 + data.length).putInt(data.length - 4).put(data).putInt((int) sum.getValue());
        var out = new ByteArrayOutputStream();
        out.write(plain, 0, end);
        out.writeBytes(chunk.array());
        out.write(plain, end, 12);
        out.writeBytes(PLACE.getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }

    public static byte[] gif() {
        return written("gif");
    }

    /** The containers of a WebP, with nothing to be seen in it. */
    public static byte[] webp() {
        byte[] place = (PLACE + " ").getBytes(StandardCharsets.ISO_8859_1);
        var file = ByteBuffer.allocate(12 + 8 + 10 + 8 + 4 + 8 + place.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.ISO_8859_1)).putInt(file.capacity() - 8)
                .put("WEBPVP8X".getBytes(StandardCharsets.ISO_8859_1)).putInt(10).put((byte) 0x08)
                .put(new byte[3]).put(new byte[]{WIDTH - 1, 0, 0, HEIGHT - 1, 0, 0})
                .put("VP8 ".getBytes(StandardCharsets.ISO_8859_1)).putInt(4).put(new byte[4])
                .put("EXIF".getBytes(StandardCharsets.ISO_8859_1)).putInt(place.length).put(place);
        return file.array();
    }

    /** A few bytes that say of themselves to be as large as a town. */
    public static byte[] bomb() {
        byte[] bomb = written("png");
        ByteBuffer.wrap(bomb).putInt(16, 50_000).putInt(20, 50_000);
        return bomb;
    }

    private static byte[] written(String format) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        image.setRGB(3, 3, Color.ORANGE.getRGB());
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] data) {
        out.writeBytes(ByteBuffer.allocate(4).put((byte) 0xff).put((byte) marker).putShort((short) (data.length + 2))
                .array());
        out.writeBytes(data);
    }

    private static byte[] concat(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
