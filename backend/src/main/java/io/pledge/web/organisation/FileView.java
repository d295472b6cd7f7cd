package io.pledge.web.organisation;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.organisation.Conflict;
import io.pledge.organisation.Difference;
import io.pledge.organisation.FileOnDisk;

/**
 * How the file on the disk stands to what was taken over of it, as the page says it.
 *
 * @param place file and line of what makes no sense; null where all does
 * @param seen what the form sends back; null where nothing can be taken over
 * @param different whether it says something else at all
 */
record FileView(@Nullable String place, @Nullable String reason, boolean different, @Nullable String seen,
        List<Line> lines, List<Line> kept, List<Clash> clashes, List<String> objections) {

    /** What becomes of a unit or person. */
    record Line(String name, String key, String what, List<AttributeWords.Change> changes) {}

    /** What page and file say otherwise. */
    record Clash(String name, String key, String field, String page, String file) {}

    /** Puts it into the reader's words. */
    @Component
    static class Words {
        private final AttributeWords attributes;
        private final ObjectionWords objections;

        Words(AttributeWords attributes, ObjectionWords objections) {
            this.attributes = attributes;
            this.objections = objections;
        }

        FileView of(FileOnDisk disk, Locale locale) {
            return switch (disk) {
                case FileOnDisk.Same _ -> new FileView(null, null, false, null, List.of(), List.of(), List.of(),
                        List.of());
                case FileOnDisk.Refused refused -> new FileView(place(refused, locale), refused.reason(), false, null,
                        List.of(), List.of(), List.of(), List.of());
                case FileOnDisk.Different other -> new FileView(null, null, true,
                        other.possible() ? other.fingerprint() : null,
                        other.differences().stream().map(one -> line(one, locale)).toList(),
                        other.kept().stream().map(one -> line(one, locale)).toList(),
                        other.conflicts().stream().map(one -> clash(one, locale)).toList(),
                        other.objections().stream().map(one -> objections.sayOf(one, locale)).toList());
            };
        }

        private Line line(Difference one, Locale locale) {
            return new Line(one.name(), one.subject().key(),
                    attributes.say("organisation.what." + one.what(), locale),
                    one.fields().stream()
                            .map(field -> new AttributeWords.Change(attributes.label(field.attribute(), locale),
                                    attributes.value(field.attribute(), field.before(), locale),
                                    attributes.value(field.attribute(), field.after(), locale)))
                            .toList());
        }

        private Clash clash(Conflict one, Locale locale) {
            return new Clash(one.name(), one.subject().key(), attributes.label(one.attribute(), locale),
                    one.page() == null
                            ? attributes.say("organisation.retired", locale)
                            : attributes.value(one.attribute(), one.page(), locale),
                    one.file() == null
                            ? attributes.say("organisation.notInFile", locale)
                            : attributes.value(one.attribute(), one.file(), locale));
        }

        private String place(FileOnDisk.Refused refused, Locale locale) {
            return refused.line() > 0
                    ? attributes.say("admin.disk.line", locale, refused.file(), Integer.toString(refused.line()))
                    : refused.file();
        }
    }
}
