package io.pledge.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.apache.tika.Tika;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.multipart.MultipartFile;

import io.pledge.ticket.NewAttachment;
import io.pledge.web.picture.Pictures;

/** Files that people send with a form: how many, how large and of what content they may be. */
@Component
public class Uploads {
    private static final int NAME = 120;
    /** Content that runs when somebody opens it. */
    private static final Set<String> RUNS = Set.of("application/x-dosexec", "application/x-msdownload",
            "application/x-executable", "application/x-sharedlib", "application/x-sh", "application/x-bat",
            "application/java-archive", "application/x-msi", "application/x-ms-installer", "application/hta",
            "application/x-elf", "application/x-mach-o", "application/vnd.android.package-archive");

    /** Pictures that a page may show. */
    private static final Set<String> SHOWN = Set.of("image/jpeg", "image/png", "image/gif", "image/webp");

    private final UploadProperties allowed;
    private final Tika tika = new Tika();

    Uploads(UploadProperties allowed) {
        this.allowed = allowed;
    }

    /**
     * Reads what was chosen; fields left empty are passed over.
     *
     * @return the files, each with the media type that its content has, whatever its sender called it; pictures without where, when and
     *         with what they were taken
     * @throws BadUpload for the first file that is not taken
     */
    public List<NewAttachment> read(List<MultipartFile> chosen) throws BadUpload {
        List<MultipartFile> files = chosen.stream().filter(file -> !isNothing(file)).toList();
        if (files.size() > allowed.count()) {
            throw new BadUpload("upload.many", allowed.count());
        }
        if (files.stream().mapToLong(MultipartFile::getSize).sum() > allowed.together().toBytes()) {
            throw new BadUpload("upload.together", allowed.together().toMegabytes());
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
        if (file.getSize() > allowed.each().toBytes()) {
            throw new BadUpload("upload.large", name, allowed.each().toMegabytes());
        }
        byte[] content = content(file);
        String type = tika.detect(content, name);
        if (RUNS.contains(type)) {
            throw new BadUpload("upload.runs", name);
        }
        if (!allowed.types().contains(type)) {
            throw new BadUpload("upload.kind", name);
        }
        return SHOWN.contains(type) ? picture(name, type, content) : new NewAttachment(name, type, content);
    }

    /** A picture that is not whole is kept, since it may be all there is, but never shown. */
    private NewAttachment picture(String name, String type, byte[] content) throws BadUpload {
        var picture = Pictures.read(type, content);
        if (picture.isPresent() && picture.get().pixels() > allowed.pixels()) {
            throw new BadUpload("upload.pixels", name, allowed.megapixels());
        }
        return picture.map(whole -> new NewAttachment(name, type, whole.bytes()))
                .orElseGet(() -> new NewAttachment(name, MediaType.APPLICATION_OCTET_STREAM_VALUE, content));
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
