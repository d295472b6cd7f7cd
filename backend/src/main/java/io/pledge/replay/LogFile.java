package io.pledge.replay;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;

import org.jspecify.annotations.Nullable;

/** A log as comma-separated values, plain or compressed by gzip, read one record at a time. */
final class LogFile implements Closeable {
    private static final int GZIP_1 = 0x1f;
    private static final int GZIP_2 = 0x8b;

    private final Path file;
    private final CsvReader csv;
    private final List<String> header;

    private LogFile(Path file, CsvReader csv, List<String> header) {
        this.file = file;
        this.csv = csv;
        this.header = header;
    }

    /** @throws LogUnreadable if it is missing, unreadable or empty */
    static LogFile open(Path file) {
        try {
            var csv = new CsvReader(
                    new BufferedReader(new InputStreamReader(content(file), StandardCharsets.UTF_8), 1 << 16));
            var first = csv.next();
            if (first == null) {
                throw new LogUnreadable(file, "the file is empty");
            }
            return new LogFile(file, csv, first.values().stream().map(LogFile::name).toList());
        } catch (NoSuchFileException e) {
            throw new LogUnreadable(file, "the file is missing");
        } catch (IOException e) {
            throw new LogUnreadable(file, "the file cannot be read: " + e.getMessage());
        }
    }

    /** @throws LogUnreadable if the file breaks off */
    CsvReader.@Nullable Row next() {
        try {
            return csv.next();
        } catch (IOException e) {
            throw new LogUnreadable(file, "the file breaks off: " + e.getMessage());
        }
    }

    /** How many values a record has. */
    int width() {
        return header.size();
    }

    /** @throws LogUnreadable if there is no such column */
    int column(String name) {
        int found = header.indexOf(name);
        if (found < 0) {
            throw new LogUnreadable(file,
                    "there is no column '%s', only %s".formatted(name, String.join(", ", header)));
        }
        return found;
    }

    @Override
    public void close() {
        try {
            csv.close();
        } catch (IOException e) {
            throw new LogUnreadable(file, "the file cannot be closed: " + e.getMessage());
        }
    }

    private static String name(String written) {
        return written.strip().replace("\uFEFF", "");
    }

    private static InputStream content(Path file) throws IOException {
        var bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        bytes.mark(2);
        boolean compressed = bytes.read() == GZIP_1 && bytes.read() == GZIP_2;
        bytes.reset();
        return compressed ? new GZIPInputStream(bytes, 1 << 16) : bytes;
    }
}
