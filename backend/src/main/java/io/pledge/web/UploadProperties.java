package io.pledge.web;

import java.util.Set;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Which files may be sent with a message, by customers and at the desk.
 *
 * @param types media types as the content is found to be, whatever a file is called; nothing else is taken
 * @param count how many with one message
 * @param each how large each may be
 * @param together how large all of one message may be
 * @param megapixels how large a picture may be once it is shown, in millions of pixels
 */
@ConfigurationProperties("pledge.uploads")
record UploadProperties(Set<String> types, @DefaultValue("8") int count, @DefaultValue("10MB") DataSize each,
        @DefaultValue("40MB") DataSize together, @DefaultValue("100") int megapixels) {

    UploadProperties {
        if (types.isEmpty()) {
            throw new IllegalArgumentException("pledge.uploads.types must name what is taken");
        }
        if (together.compareTo(each) < 0) {
            throw new IllegalArgumentException("pledge.uploads.together must not be less than pledge.uploads.each");
        }
        types = Set.copyOf(types);
    }

    long pixels() {
        return megapixels * 1_000_000L;
    }
}
