package io.pledge.demo;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

import io.pledge.config.ConfigFile;
import io.pledge.customer.Customers;
import io.pledge.customer.Equipment;
import io.pledge.customer.Recognised;
import io.pledge.customer.Recognition;
import io.pledge.demo.Story.Stranger;
import io.pledge.organisation.Staff;
import io.pledge.organisation.UnitId;
import io.pledge.organisation.Units;
import io.pledge.steps.CaseForms;
import io.pledge.steps.Field.Asked;
import io.pledge.ticket.Actor;
import io.pledge.ticket.Home;
import io.pledge.ticket.Homes;
import io.pledge.ticket.Submission;
import io.pledge.ticket.Submission.Submitter;
import io.pledge.ticket.TicketId;

/** The stories in their files, and how each of them begins. */
@Component
@Profile("demo")
class Stories {
    private static final List<String> FILES = List.of("demo/stories-europe.yml", "demo/stories-china.yml");

    private final CaseForms forms;
    private final Homes homes;
    private final Recognition recognition;
    private final Customers customers;
    private final Units units;
    private final Staff staff;
    private final DemoFiles files;

    Stories(CaseForms forms, Homes homes, Recognition recognition, Customers customers, Units units, Staff staff,
            DemoFiles files) {
        this.forms = forms;
        this.homes = homes;
        this.recognition = recognition;
        this.customers = customers;
        this.units = units;
        this.staff = staff;
        this.files = files;
    }

    static List<Story> all() {
        return FILES.stream().flatMap(file -> read(file).stream()).toList();
    }

    private static List<Story> read(String file) {
        try (var reader = new InputStreamReader(new ClassPathResource(file).getInputStream(), StandardCharsets.UTF_8)) {
            return ConfigFile.read(Path.of(file), reader).allow("stories").list("stories").stream().map(Story::read)
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The zone in which the story's local times are. */
    ZoneId zone(Story story) {
        return units.unit(unit(story, recognised(story))).zone();
    }

    /** The customer turns to the vendor. The same story again is the same case. */
    TicketId open(Story story, Instant at) {
        var known = recognised(story);
        return forms.submit(new Submission("demo:" + story.key(), story.kind(), story.severity(), story.text(),
                story.channel(), submitter(story, known), product(story, known), story.serial(), place(story, known),
                home(story, known), known, story.files().stream().map(files::file).toList(), enteredBy(story), at),
                answers(story, at));
    }

    /** What was told in the form of the kind; a story that answers wrongly is a mistake in its file. */
    private Map<String, String> answers(Story story, Instant at) {
        var told = story.answers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, answer -> StoryDays.in(answer.getValue(), at)));
        var answers = forms.read(story.kind(), Asked.STAFF, told, Map.of());
        if (!story.answers().isEmpty() && !answers.wrong().isEmpty()) {
            throw new IllegalStateException("the answers of " + story.key() + " are wrong: " + answers.wrong());
        }
        return answers.values();
    }

    private @Nullable Recognised recognised(Story story) {
        return story.contact() == null
                ? null
                : recognition.recognise(story.serial(), story.contact())
                        .orElseThrow(() -> new IllegalStateException("nobody knows the contact of " + story.key()));
    }

    private Submitter submitter(Story story, @Nullable Recognised known) {
        if (known == null) {
            var stranger = stranger(story);
            return new Submitter(stranger.name(), stranger.email(), stranger.phone(), stranger.language(),
                    stranger.zone());
        }
        var contact = customers.contact(known.contact());
        return new Submitter(String.valueOf(contact.name()), contact.email(), contact.phone(), contact.language(),
                customers.customer(known.customer()).zone());
    }

    private @Nullable String product(Story story, @Nullable Recognised known) {
        return known == null
                ? stranger(story).product()
                : Optional.ofNullable(known.equipment()).map(Equipment::product).orElse(null);
    }

    private @Nullable String place(Story story, @Nullable Recognised known) {
        return known == null
                ? stranger(story).place()
                : Optional.ofNullable(known.site()).map(site -> customers.site(site).name()).orElse(null);
    }

    /** As the vendor would have found it, where that is the unit of the story. */
    private Home home(Story story, @Nullable Recognised known) {
        var told = unit(story, known);
        var found = homes.of(known, product(story, known), submitter(story, known).language());
        return found.unit().equals(told) ? found : Home.given(told);
    }

    private UnitId unit(Story story, @Nullable Recognised known) {
        return known != null && known.unit() != null
                ? known.unit()
                : units.byKey(stranger(story).unit()).orElseThrow().id();
    }

    private Actor enteredBy(Story story) {
        return story.enteredBy() == null
                ? new Actor.System()
                : new Actor.Staff(staff.byUsername(story.enteredBy()).orElseThrow().id());
    }

    private static Stranger stranger(Story story) {
        return Objects.requireNonNull(story.stranger(), story.key());
    }
}
