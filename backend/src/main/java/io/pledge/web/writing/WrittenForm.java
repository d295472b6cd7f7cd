package io.pledge.web.writing;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.pledge.ticket.DraftForm;
import io.pledge.ticket.Verb;

/** A form of the desk whose words are kept while they are typed: what it is called in addresses, and its fields. */
public enum WrittenForm {
    REPLY(DraftForm.REPLY, Verb.REPLY, "reply", "text", "nextWordAt"), NOTE(DraftForm.NOTE, Verb.NOTE, "note",
            "note"), RESOLVE(DraftForm.RESOLVE, Verb.RESOLVE, "resolve", "cause", "remedy", "prevention", "message");

    private final DraftForm form;
    private final Verb verb;
    private final String path;
    private final List<String> fields;

    WrittenForm(DraftForm form, Verb verb, String path, String... fields) {
        this.form = form;
        this.verb = verb;
        this.path = path;
        this.fields = List.of(fields);
    }

    /** The form of this name in an address; empty where there is none. */
    public static Optional<WrittenForm> of(String path) {
        return Arrays.stream(values()).filter(form -> form.path.equals(path)).findFirst();
    }

    /** What its fields hold of all that was sent. */
    Map<String, String> words(Map<String, String> sent) {
        Map<String, String> words = new LinkedHashMap<>();
        fields.stream().filter(sent::containsKey).forEach(field -> words.put(field, sent.get(field)));
        return words;
    }

    DraftForm form() {
        return form;
    }

    /** What it does to the case. */
    public Verb verb() {
        return verb;
    }

    /** What it is called in addresses. */
    public String path() {
        return path;
    }
}
