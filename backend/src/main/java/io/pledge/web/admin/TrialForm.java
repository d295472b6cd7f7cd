package io.pledge.web.admin;

import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * What an administrator asks of a trial.
 *
 * @param text the draft, as it would stand in {@code sla-policies.yml}
 * @param file the same as a file; it goes before the text
 * @param from the first day of certain days
 * @param to the last of them
 * @param show which figure's list to show, as {@link TrialChoice} writes it
 */
record TrialForm(@Nullable String text, @Nullable MultipartFile file, @Nullable String period, @Nullable String from,
        @Nullable String to, @Nullable String show) {

    static TrialForm of(String text) {
        return new TrialForm(text, null, TrialPeriod.DEFAULT, null, null, null);
    }

    /** The same with this text in place of file and text. */
    TrialForm with(String draft) {
        return new TrialForm(draft, null, period, from, to, show);
    }

    boolean hasFile() {
        return file != null && !(file.isEmpty() && String.valueOf(file.getOriginalFilename()).isBlank());
    }
}
