package io.pledge.sla;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.UnaryOperator;

import org.springframework.context.ApplicationContext;
import org.springframework.util.FileSystemUtils;

import io.pledge.config.ConfigFolder;
import io.pledge.customer.Customers;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Units;
import io.pledge.ticket.Severity;
import io.pledge.ticket.TicketKind;

/** What one node has of policies and calendars: a disk of its own, and the database that all share. */
final class LoaderNode {
    final PoliciesInForce inForce;
    final PolicyReload reload;
    private final Path disk;

    private LoaderNode(Path disk, PoliciesInForce inForce, PolicyReload reload) {
        this.disk = disk;
        this.inForce = inForce;
        this.reload = reload;
    }

    /** Starts a node on a copy of the configuration. */
    static LoaderNode start(Path disk, ApplicationContext beans) {
        try {
            FileSystemUtils.copyRecursively(Path.of("config"), disk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return startOn(disk, beans);
    }

    /** Starts a node on what lies there. */
    static LoaderNode startOn(Path disk, ApplicationContext beans) {
        var folder = new ConfigFolder(disk.toString());
        var check = new PolicyCheck(folder, beans.getBean(Units.class), beans.getBean(Customers.class),
                beans.getBean(Clock.class));
        var entries = beans.getBean(InForceEntries.class);
        var inForce = new PoliciesInForce(folder, beans.getBean(Versions.class), entries, check);
        inForce.start();
        return new LoaderNode(disk, inForce, new PolicyReload(folder, inForce, entries, check));
    }

    void edit(String file, UnaryOperator<String> change) {
        try {
            var before = Files.readString(disk.resolve(file));
            var after = change.apply(before);
            if (after.equals(before)) {
                throw new IllegalArgumentException("nothing changes in " + file);
            }
            Files.writeString(disk.resolve(file), after);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String file) {
        try {
            Files.delete(disk.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What somebody sees who looks now, to be put into force. */
    String seen() {
        return ((OnDisk.Different) reload.look()).fingerprint();
    }

    /** What somebody without a contract is promised for a major fault. */
    Terms terms(ServiceUnit home) {
        return inForce.terms(TicketKind.FAULT, Traits.ofNobody(Severity.MAJOR), home);
    }
}
