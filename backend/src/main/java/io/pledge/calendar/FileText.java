package io.pledge.calendar;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The text of a file that somebody wrote or published. */
final class FileText {
    private static final long LARGEST = 4 << 20;

    private FileText() {}

    /**
     * Reads a whole file.
     *
     * @throws InvalidCalendar if there is no such file, it is too large or no text in UTF-8
     */
    static String read(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new InvalidCalendar("this is a folder, not a file").in(file.toString(), 0);
            }
            if (Files.size(file) > LARGEST) {
                throw new InvalidCalendar("the file is larger than %d MB".formatted(LARGEST >> 20))
                        .in(file.toString(), 0);
            }
            return Files.readString(file);
        } catch (NoSuchFileException absent) {
            throw new InvalidCalendar("the file is missing").in(file.toString(), 0);
        } catch (CharacterCodingException noText) {
            throw new InvalidCalendar("the file is no text in UTF-8").in(file.toString(), 0);
        } catch (IOException unreadable) {
            throw new InvalidCalendar("the file cannot be read: " + unreadable.getMessage()).in(file.toString(), 0);
        }
    }
}
