package io.pledge.sla;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.pledge.config.ConfigFolder;
import io.pledge.config.ConfigurationInvalid;
import io.pledge.organisation.PersonId;

/**
 * Puts policies and calendars into force that were changed on the disk, without a restart. The files stay the source; what does not
 * make sense is refused, and what was in force stays.
 */
@Component
public class PolicyReload {
    private final ConfigFolder folder;
    private final PoliciesInForce inForce;
    private final InForceEntries entries;
    private final PolicyCheck check;

    PolicyReload(ConfigFolder folder, PoliciesInForce inForce, InForceEntries entries, PolicyCheck check) {
        this.folder = folder;
        this.inForce = inForce;
        this.entries = entries;
        this.check = check;
    }

    /** @param by null where a node did it, that started with other files than were in force */
    public record Since(Instant at, @Nullable PersonId by) {}

    /** Since when what is in force has been so, and who put it there. */
    public Since since() {
        return entries.last().map(entry -> new Since(entry.since(), entry.by())).orElseThrow();
    }

    /** Takes over what was put into force on another node; costs one question to the database. */
    public void follow() {
        inForce.follow();
    }

    /** What lies on the disk of this node. */
    public OnDisk look() {
        follow();
        try {
            return compared(PolicyFiles.read(folder), inForce.now());
        } catch (ConfigurationInvalid invalid) {
            return OnDisk.Refused.because(invalid);
        }
    }

    /**
     * Puts into force what lies on the disk, if that is still what somebody saw there.
     *
     * @param seen the fingerprint of what they saw
     * @return what lies there then: the same as in force where it was done, by them or by somebody before them
     */
    public OnDisk put(String seen, PersonId by) {
        follow();
        try {
            var files = PolicyFiles.read(folder);
            var found = compared(files, inForce.now());
            if (found instanceof OnDisk.Different different && different.fingerprint().equals(seen)) {
                inForce.put(files.bodies(), by);
                return new OnDisk.Same();
            }
            return found;
        } catch (ConfigurationInvalid invalid) {
            return OnDisk.Refused.because(invalid);
        }
    }

    private OnDisk compared(PolicyFiles files, InForce now) {
        check.require(files.lines(), files.calendars().values());
        var changes = changes(files.bodies(), entries.fingerprints(now.versions()));
        return changes.isEmpty()
                ? new OnDisk.Same()
                : new OnDisk.Different(Versions.fingerprint(now.entry() + " " + files.bodies()), changes);
    }

    private static List<OnDisk.Change> changes(Map<String, String> files, Map<String, String> fingerprints) {
        var names = new TreeSet<>(files.keySet());
        names.addAll(fingerprints.keySet());
        return names.stream().filter(name -> !files.containsKey(name)
                || !Versions.fingerprint(files.get(name)).equals(fingerprints.get(name)))
                .map(name -> new OnDisk.Change(name, kind(name, files, fingerprints), files.get(name))).toList();
    }

    private static OnDisk.Kind kind(String name, Map<String, String> files, Map<String, String> fingerprints) {
        if (!files.containsKey(name)) {
            return OnDisk.Kind.GONE;
        }
        return fingerprints.containsKey(name) ? OnDisk.Kind.CHANGED : OnDisk.Kind.ADDED;
    }
}
