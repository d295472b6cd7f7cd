package io.pledge.web.steps;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;

import io.pledge.steps.Field;
import io.pledge.ticket.NewAttachment;
import io.pledge.web.BadUpload;
import io.pledge.web.Uploads;

/** Reads the fields of a form or a step from a request: what was typed, and the files that were chosen. */
@Component
class Filled {
    private final Uploads uploads;
    private final MessageSource texts;

    Filled(Uploads uploads, MessageSource texts) {
        this.uploads = uploads;
        this.texts = texts;
    }

    /** @param fields those that are asked; what else was sent is passed over */
    Sent read(List<Field> fields, NativeWebRequest request, Locale locale) {
        Map<String, String> typed = new LinkedHashMap<>();
        Map<String, List<NewAttachment>> files = new HashMap<>();
        Map<String, String> wrong = new LinkedHashMap<>();
        for (var field : fields) {
            if (FieldWords.isFile(field)) {
                files(field, request, files, wrong, locale);
            } else {
                var value = request.getParameter(FieldWords.PREFIX + field.key());
                typed.put(field.key(), value == null ? "" : value);
            }
        }
        return new Sent(typed, files, wrong);
    }

    private void files(Field field, NativeWebRequest request, Map<String, List<NewAttachment>> files,
            Map<String, String> wrong, Locale locale) {
        var multipart = request.getNativeRequest(MultipartRequest.class);
        try {
            var read = uploads.read(chosen(multipart, FieldWords.PREFIX + field.key()));
            if (!read.isEmpty()) {
                files.put(field.key(), read);
            }
        } catch (BadUpload bad) {
            wrong.put(field.key(), texts.getMessage(bad, locale));
        }
    }

    private static List<MultipartFile> chosen(@Nullable MultipartRequest request, String name) {
        return request == null ? List.of() : request.getFiles(name);
    }

    /**
     * What was sent.
     *
     * @param wrong what is wrong with files, in words, by field
     */
    record Sent(Map<String, String> typed, Map<String, List<NewAttachment>> files, Map<String, String> wrong) {

        Map<String, String> fileNames() {
            return files.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue()
                    .stream().map(NewAttachment::name).collect(Collectors.joining(", "))));
        }
    }
}
