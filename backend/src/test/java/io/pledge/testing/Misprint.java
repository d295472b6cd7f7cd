package io.pledge.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of the configuration in which somebody has written something wrong.
 *
 * @param line the line on which the wrong text begins, counted from 1
 */
public record Misprint(Path file, int line) {

    /**
     * Writes a copy with one mistake.
     *
     * @param folder where the copy goes
     * @param right what stands in the file and is replaced where it comes first; {@code \\n} is a new line in both texts
     */
    public static Misprint in(Path original, Path folder, String right, String wrong) {
        try {
            var text = Files.readString(original);
            int at = text.indexOf(lines(right));
            if (at < 0) {
                throw new IllegalArgumentException(original + " does not say " + right);
            }
            var file = folder.resolve(original.getFileName());
            Files.writeString(file, text.substring(0, at) + lines(wrong) + text.substring(at + lines(right).length()));
            return new Misprint(file, text.substring(0, at).split("\n", -1).length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String lines(String text) {
        return text.replace("\\n", "\n");
    }
}
