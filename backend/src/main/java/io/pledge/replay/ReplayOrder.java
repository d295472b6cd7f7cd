package io.pledge.replay;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is to be replayed.
 *
 * @param incidents the first so many incidents of the file; null for all
 */
record ReplayOrder(Path log, Path mapping, @Nullable Integer incidents) {

    /**
     * Tells logs and mappings apart by what stands in them.
     *
     * @throws LogUnreadable if one of them cannot be read
     */
    String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var file : List.of(log, mapping)) {
                try (var content = new DigestInputStream(Files.newInputStream(file), digest)) {
                    content.transferTo(OutputStream.nullOutputStream());
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new LogUnreadable(log, "the file cannot be read: " + e.getMessage());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
