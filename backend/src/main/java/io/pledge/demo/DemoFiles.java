package io.pledge.demo;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import io.pledge.ticket.NewAttachment;

/** The files that the demonstration's customers send along. */
@Component
@Profile("demo")
class DemoFiles {
    private static final String FOLDER = "demo/files/";

    NewAttachment file(String name) {
        try {
            return new NewAttachment(name, name.endsWith(".png") ? "image/png" : "text/plain",
                    new ClassPathResource(FOLDER + name).getContentAsByteArray());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
