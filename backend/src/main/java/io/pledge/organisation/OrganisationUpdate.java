package io.pledge.organisation;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.DigestUtils;

import io.pledge.config.ConfigFile;
import io.pledge.config.ConfigFolder;
import io.pledge.config.ConfigurationInvalid;

/**
 * Takes the operator's file over: by itself into empty tables only, later where an administrator has seen what it would do. The
 * database rules; a file that contradicts what was changed on the page is refused.
 */
@Component
public class OrganisationUpdate {
    private static final Logger LOG = LoggerFactory.getLogger(OrganisationUpdate.class);
    /** The origin of what the operator's file brings. */
    static final String ORIGIN = "file";
    private static final String FILE = "organisation.yml";

    private final ConfigFolder folder;
    private final OrganisationImport imported;
    private final OrganisationRules rules;
    private final ImportRecords records;
    private final OpenCases cases;
    private final DirectoryCache cache;
    private final Clock clock;

    OrganisationUpdate(ConfigFolder folder, OrganisationImport imported, OrganisationRules rules,
            ImportRecords records, OpenCases cases, DirectoryCache cache, Clock clock) {
        this.folder = folder;
        this.imported = imported;
        this.rules = rules;
        this.records = records;
        this.cases = cases;
        this.cache = cache;
        this.clock = clock;
    }

    /** @param by null where a start did it */
    public record Since(Instant at, @Nullable PersonId by) {}

    /** When a file was taken over last, and by whom. */
    public Optional<Since> since() {
        return records.last().map(entry -> new Since(entry.at(), entry.by()));
    }

    /** Takes over what was changed on another node; costs one question to the database. */
    public void follow() {
        cache.follow();
    }

    /** What lies on the disk of this node, and what it would do. */
    public FileOnDisk look() {
        try {
            return compared(read(), cache.read());
        } catch (ConfigurationInvalid invalid) {
            return FileOnDisk.Refused.because(invalid);
        }
    }

    /**
     * Takes over what lies on the disk, if that is still what somebody saw there and nothing stands against it.
     *
     * @param seen the fingerprint of what they saw
     * @return what lies there then: the same where it was done, by them or by somebody before them
     */
    @Transactional
    public FileOnDisk put(String seen, PersonId by) {
        try {
            var text = read();
            var found = compared(text, imported.begin());
            if (found instanceof FileOnDisk.Different different && different.fingerprint().equals(seen)
                    && different.possible()) {
                var said = said(text);
                different.differences().forEach(one -> giveBack(one, by));
                imported.apply(ORIGIN, merged(said, cache.read()).merged().plan(), by);
                records.enter(text, said, clock.instant(), by);
                return new FileOnDisk.Same();
            }
            return found;
        } catch (ConfigurationInvalid invalid) {
            return FileOnDisk.Refused.because(invalid);
        }
    }

    /** Fills empty tables; where they are filled, a file that says something else is left for an administrator to look at. */
    @Transactional
    public void start() {
        var text = read();
        var now = imported.begin();
        if (records.last().isEmpty()) {
            begin(text, now);
        }
        if (!Difference.between(base(), said(text)).isEmpty()) {
            LOG.warn("{} is not what was taken over last. It is left alone until an administrator looks at it under "
                    + "/admin/organisation", folder.file(FILE));
        }
    }

    private void giveBack(Difference one, PersonId by) {
        if (one.what() == Difference.What.RETIRED && one.subject().kind() == Subject.Kind.PERSON) {
            cache.read().person(one.subject().key()).ifPresent(person -> cases.giveBack(person.id(), by));
        }
    }

    private void begin(String text, Directory now) {
        if (now.units().isEmpty()) {
            var said = said(text);
            imported.apply(ORIGIN, said.plan(), null);
            records.enter(text, said, clock.instant(), null);
        } else {
            // filled by a version that took the file over at every start, and by replays, which are none of its business
            var others = now.snapshot().entries().keySet().stream()
                    .filter(subject -> !imported.origin(subject).equals(ORIGIN)).toList();
            records.enter(null, now.snapshot().with(new Snapshot(Map.of()), others), clock.instant(), null);
        }
    }

    private FileOnDisk compared(String text, Directory now) {
        var said = said(text);
        if (Difference.between(base(), said).isEmpty()) {
            return new FileOnDisk.Same();
        }
        var merge = merged(said, now);
        return new FileOnDisk.Different(
                DigestUtils.md5DigestAsHex((now.version() + " " + text).getBytes(StandardCharsets.UTF_8)),
                merge.differences(), merge.kept(),
                merge.conflicts(),
                merge.conflicts().isEmpty() ? rules.against(now, now.snapshot(), merge.after()) : List.of());
    }

    private Merge merged(Snapshot said, Directory now) {
        return Merge.of(base(), now.snapshot(), said);
    }

    private Snapshot base() {
        return records.last().orElseThrow().said();
    }

    private String read() {
        return ConfigFile.text(folder.file(FILE));
    }

    private Snapshot said(String text) {
        return Snapshot.of(OrganisationFile.read(ConfigFile.read(folder.file(FILE), new StringReader(text))).plan());
    }
}
