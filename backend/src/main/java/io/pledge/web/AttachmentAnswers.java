package io.pledge.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

import io.pledge.ticket.Attachments.Content;

/** A file of a case as an answer: pictures are shown, everything else is only ever saved, so that no file runs as a page of ours. */
public final class AttachmentAnswers {
    private static final String NOTHING_RUNS = "default-src 'none'; sandbox";

    private AttachmentAnswers() {}

    /** The answer that carries a file. It never changes, so the one browser that may have it keeps it for an hour. */
    public static ResponseEntity<byte[]> of(Content file) {
        boolean shown = file.attachment().picture();
        var disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(file.attachment().name(), StandardCharsets.UTF_8).build();
        return ResponseEntity.ok()
                .contentType(shown
                        ? MediaType.parseMediaType(file.attachment().mediaType())
                        : MediaType.APPLICATION_OCTET_STREAM)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .header("Content-Disposition", disposition.toString())
                .header("Content-Security-Policy", NOTHING_RUNS)
                .body(file.bytes());
    }
}
