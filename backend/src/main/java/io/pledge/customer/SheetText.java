package io.pledge.customer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import io.pledge.customer.FileRefused.Reason;

/**
 * The text of a file, whichever of the usual ways it was saved in: UTF-8 with or without byte order mark, UTF-16 with one (the text
 * files of spreadsheets), and GB18030, in which spreadsheets in China save.
 *
 * @param charset its name
 */
record SheetText(String text, String charset) {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD_WORKBOOK = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final Map<byte[], Charset> MARKS = marks();

    static SheetText of(byte[] bytes) throws FileRefused {
        if (startsWith(bytes, ZIP) || startsWith(bytes, OLD_WORKBOOK)) {
            throw new FileRefused(Reason.WORKBOOK, "");
        }
        SheetText read = read(bytes);
        if (read.text.isBlank()) {
            throw new FileRefused(Reason.EMPTY, "");
        }
        if (read.text.chars().anyMatch(SheetText::isNoText)) {
            throw new FileRefused(Reason.NO_TEXT, "");
        }
        return read;
    }

    private static SheetText read(byte[] bytes) throws FileRefused {
        for (var mark : MARKS.entrySet()) {
            if (startsWith(bytes, mark.getKey())) {
                byte[] rest = Arrays.copyOfRange(bytes, mark.getKey().length, bytes.length);
                return decoded(rest, mark.getValue()).orElseThrow(() -> new FileRefused(Reason.NO_TEXT, ""));
            }
        }
        return decoded(bytes, StandardCharsets.UTF_8).or(() -> decoded(bytes, GB18030))
                .orElseThrow(() -> new FileRefused(Reason.NO_TEXT, ""));
    }

    /** Malformed bytes are refused and not replaced: something else than the file says would come in. */
    private static Optional<SheetText> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(new SheetText(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString(),
                    charset.name()));
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    private static boolean isNoText(int character) {
        return character < ' ' && character != '\t' && character != '\r' && character != '\n'
                || character >= 0x7F && character <= 0x9F;
    }

    private static boolean startsWith(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }

    private static Map<byte[], Charset> marks() {
        Map<byte[], Charset> marks = new LinkedHashMap<>();
        marks.put(new byte[]{(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, StandardCharsets.UTF_8);
        marks.put(new byte[]{(byte) 0xFF, (byte) 0xFE}, StandardCharsets.UTF_16LE);
        marks.put(new byte[]{(byte) 0xFE, (byte) 0xFF}, StandardCharsets.UTF_16BE);
        return marks;
    }
}
