package io.pledge.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.apache.tika.Tika;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;
import org.springframework.web.multipart.MultipartFile;

import io.pledge.ticket.NewAttachment;

/** Files that people send with a form: how many, how large and of what content they may be. */
@Component
public class Uploads {
    /** At most this many with one message. */
    public static final int COUNT = 8;
    /** At most this large, each. */
    public static final DataSize EACH = DataSize.ofMegabytes(10);
    private static final int NAME = 120;
    /** Content that runs when somebody opens it. */
    private static final Set<String> RUNS = Set.of("application/x-dosexec", "application/x-msdownload",
            "application/x-executable", "application/x-sharedlib", "application/x-sh", "application/x-bat",
            "application/java-archive", "application/x-msi", "application/x-ms-installer", "application/hta",
            "application/x-elf", "application/x-mach-o", "application/vnd.android.package-archive");

    private final Tika tika = new Tika();

    /**
     * Reads what was chosen; fields left empty are passed over.
     *
     * @return the files, each with the media type that its content has, whatever its sender called it
     * @throws BadUpload for the first file that is not taken
     */
    public List<NewAttachment> read(List<MultipartFile> chosen) throws BadUpload {
        List<MultipartFile> files = chosen.stream().filter(file -> !isNothing(file)).toList();
        if (files.size() > COUNT) {
            throw new BadUpload("upload.many", COUNT);
        }
        List<NewAttachment> read = new ArrayList<>();
        for (MultipartFile file : files) {
            read.add(read(file));
        }
        return List.copyOf(read);
    }

    private NewAttachment read(MultipartFile file) throws BadUpload {
        String name = nameOf(file);
        if (file.isEmpty()) {
            throw new BadUpload("upload.empty", name);
        }
        if (file.getSize() > EACH.toBytes()) {
            throw new BadUpload("upload.large", name, EACH.toMegabytes());
        }
        byte[] content = content(file);
        String type = tika.detect(content, name);
        if (RUNS.contains(type)) {
            throw new BadUpload("upload.runs", name);
        }
        return new NewAttachment(name, type, content);
    }

    private static boolean isNothing(MultipartFile file) {
        return file.isEmpty() && !StringUtils.hasText(file.getOriginalFilename());
    }

    /** The last part of what the browser called it, without anything that cannot be seen, short enough to show. */
    private static String nameOf(MultipartFile file) {
        String given = StringUtils.cleanPath(String.valueOf(file.getOriginalFilename()));
        String last = given.substring(given.lastIndexOf('/') + 1).replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
        String name = last.isEmpty() ? "file" : last;
        return name.length() <= NAME
                ? name
                : name.substring(0, NAME / 2) + "…" + name.substring(name.length() - NAME / 2);
    }

    private static byte[] content(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
