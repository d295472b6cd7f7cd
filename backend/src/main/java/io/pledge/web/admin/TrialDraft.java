package io.pledge.web.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.springframework.util.unit.DataSize;
import org.springframework.validation.Errors;
import org.springframework.web.multipart.MultipartFile;

import io.pledge.config.ConfigurationInvalid;
import io.pledge.sla.PolicyDraft;

/** Takes the draft out of the form; what is wrong with it is said at its field. */
final class TrialDraft {
    /** A draft is a text that somebody wrote. */
    private static final DataSize LARGEST = DataSize.ofMegabytes(1);

    private TrialDraft() {}

    /** The text of the chosen file; empty, with the reason at the field, where it is none. */
    static Optional<String> text(MultipartFile file, Errors errors) {
        if (file.getSize() > LARGEST.toBytes()) {
            errors.rejectValue("file", "admin.trial.large", new Object[]{LARGEST.toMegabytes()}, null);
            return Optional.empty();
        }
        try {
            // malformed bytes are refused and not replaced: the trial would be of something else than the file says
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file.getBytes())).toString()
                    .replace("\0", ""));
        } catch (CharacterCodingException noText) {
            errors.rejectValue("file", "admin.trial.noText");
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The draft that a text says; empty, with line and reason at the field, where it makes no sense. */
    static Optional<PolicyDraft> read(String text, Errors errors) {
        if (text.length() > LARGEST.toBytes()) {
            errors.rejectValue("text", "admin.trial.large", new Object[]{LARGEST.toMegabytes()}, null);
            return Optional.empty();
        }
        try {
            return Optional.of(PolicyDraft.read(text));
        } catch (ConfigurationInvalid invalid) {
            errors.rejectValue("text", invalid.line() > 0 ? "admin.trial.line" : "admin.trial.whole",
                    new Object[]{Integer.toString(invalid.line()), invalid.reason()}, null);
            return Optional.empty();
        }
    }
}
