package io.pledge.web.steps;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;

import io.pledge.steps.CaseForms;
import io.pledge.steps.Field.Asked;
import io.pledge.ticket.NewAttachment;
import io.pledge.ticket.TicketKind;

/** The short form of a kind as a part of the form by which a case comes in. */
@Component
public class KindForm {
    /** The fields as a fragment of their own; they stand in the model as {@code fields}. */
    public static final String FRAGMENT = "steps/fields :: all";
    private static final String FORM = "kind";

    private final CaseForms forms;
    private final FieldWords words;
    private final Filled filled;

    KindForm(CaseForms forms, FieldWords words, Filled filled) {
        this.forms = forms;
        this.words = words;
        this.filled = filled;
    }

    /** The fields as they are first shown, empty. */
    public List<FieldView> empty(@Nullable TicketKind kind, Asked who, Locale locale) {
        return views(kind, who, Map.of(), Map.of(), locale);
    }

    /** Reads the fields of a kind from a request and says at each what is wrong with it. No kind has no fields. */
    public Told read(@Nullable TicketKind kind, Asked who, NativeWebRequest request, Locale locale) {
        if (kind == null) {
            return new Told(Map.of(), List.of(), List.of(), false, List.of());
        }
        var sent = filled.read(forms.fields(kind, who), request, locale);
        var answers = forms.read(kind, who, sent.typed(), sent.fileNames());
        Map<String, String> wrong = new LinkedHashMap<>();
        answers.wrong().forEach((field, error) -> wrong.put(field, words.wrong(error, locale)));
        wrong.putAll(sent.wrong());
        return new Told(answers.values(), sent.files().values().stream().flatMap(List::stream).toList(),
                views(kind, who, sent.typed(), wrong, locale), !wrong.isEmpty(),
                views(kind, who, sent.typed(), Map.of(), locale));
    }

    private List<FieldView> views(@Nullable TicketKind kind, Asked who, Map<String, String> typed,
            Map<String, String> wrong, Locale locale) {
        return kind == null
                ? List.of()
                : forms.fields(kind, who).stream().map(field -> words.view(field, FORM, typed, wrong, locale))
                        .toList();
    }

    /**
     * What was told.
     *
     * @param answers as they are kept with the case
     * @param files that were chosen in fields
     * @param fields as they come back with what is wrong
     * @param isWrong whether anything is
     * @param unjudged the same without saying what is wrong, for who has only changed the kind
     */
    public record Told(Map<String, String> answers, List<NewAttachment> files, List<FieldView> fields,
            boolean isWrong, List<FieldView> unjudged) {}
}
