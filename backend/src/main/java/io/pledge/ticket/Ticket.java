package io.pledge.ticket;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

import io.pledge.customer.ContractLevel;
import io.pledge.customer.Customer;
import io.pledge.customer.CustomerId;
import io.pledge.customer.SiteId;
import io.pledge.organisation.PersonId;
import io.pledge.organisation.ServiceUnit;
import io.pledge.organisation.Tier;
import io.pledge.organisation.UnitId;

/** One case. Changes only through the verbs of this module, each of which also writes the timeline. */
@Table("ticket")
public class Ticket {
    @Id
    private @Nullable Long id;
    @Version
    private int version;
    private final String submissionKey;
    private final TicketKind kind;
    private Severity severity;
    private TicketState state = TicketState.NEW;
    private final IntakeChannel channel;
    private final String title;
    private final @Nullable String product;
    private final @Nullable String serial;
    private final @Nullable String place;
    private final String language;
    private final String zone;
    private @Nullable Long customerId;
    private @Nullable Long siteId;
    private @Nullable ContractLevel contractLevel;
    private @Nullable Long accountManagerId;
    private final Long homeUnitId;
    private final Home.@Nullable Reason homeReason;
    private final @Nullable String homeOf;
    private final @Nullable Long homeInsteadOf;
    private final @Nullable Long dutyId;
    private Long unitId;
    private String unitPath;
    private List<String> involvedPaths;
    private Tier tier;
    private @Nullable Long assigneeId;
    private final Instant submittedAt;
    private final Instant recordedAt;
    private @Nullable Instant takenAt;
    private @Nullable Instant awaitingSince;
    private @Nullable Instant resolvedAt;
    private @Nullable Instant endedAt;
    private @Nullable Long mergedInto;
    @ReadOnlyProperty
    private @Nullable Instant nextDue;
    @ReadOnlyProperty
    private @Nullable String nextKind;

    /** Called by the mapping with what the database holds. */
    Ticket(String submissionKey, TicketKind kind, Severity severity, IntakeChannel channel, String title,
            @Nullable String product, @Nullable String serial, @Nullable String place, String language, String zone,
            @Nullable Long customerId, @Nullable Long siteId, @Nullable ContractLevel contractLevel,
            @Nullable Long accountManagerId, Long homeUnitId, Long unitId, Home.@Nullable Reason homeReason,
            @Nullable String homeOf, @Nullable Long homeInsteadOf, @Nullable Long dutyId, String unitPath,
            List<String> involvedPaths,
            Tier tier, Instant submittedAt, Instant recordedAt) {
        this.submissionKey = submissionKey;
        this.kind = kind;
        this.severity = severity;
        this.channel = channel;
        this.title = title;
        this.product = product;
        this.serial = serial;
        this.place = place;
        this.language = language;
        this.zone = zone;
        this.customerId = customerId;
        this.siteId = siteId;
        this.contractLevel = contractLevel;
        this.accountManagerId = accountManagerId;
        this.homeUnitId = homeUnitId;
        this.homeReason = homeReason;
        this.homeOf = homeOf;
        this.homeInsteadOf = homeInsteadOf;
        this.dutyId = dutyId;
        this.unitId = unitId;
        this.unitPath = unitPath;
        this.involvedPaths = involvedPaths;
        this.tier = tier;
        this.submittedAt = submittedAt;
        this.recordedAt = recordedAt;
    }

    /** Waits, from its submission on, for somebody of its unit to take it. Not set when made: the mapping leaves empty columns alone. */
    Ticket awaitingFromTheStart() {
        awaitingSince = submittedAt;
        return this;
    }

    /** A new case about a part of this one: of the same customer, under the contract that counts for this one. */
    Ticket part(Splitting.Part part, ServiceUnit home, Moment at) {
        return new Ticket(part.key(), part.kind(), part.severity(), channel, Submission.title(part.text()), product,
                serial,
                place, language, zone, customerId, siteId, contractLevel, accountManagerId, home.id().value(),
                home.id().value(), homeReason, homeOf, homeInsteadOf, null, home.path(), List.of(home.path()),
                home.tier(), at.occurredAt(), at.recordedAt())
                .awaitingFromTheStart();
    }

    void take(PersonId person, Instant at) {
        assigneeId = person.value();
        awaitingSince = null;
        if (takenAt == null) {
            takenAt = at;
        }
        if (state == TicketState.NEW) {
            state = TicketState.TAKEN;
        }
    }

    /** Nobody has it any more: it lies in the queue of its unit and waits to be taken, unless it waits for the customer's answer. */
    void putBack(Instant at) {
        assigneeId = null;
        if (state != TicketState.RESOLVED) {
            awaitingSince = at;
        }
    }

    void change(Severity to) {
        severity = to;
    }

    /** Whose case it is, with the contract that is in force today; everything that hangs on the customer follows. */
    void attach(Customer customer, @Nullable SiteId site) {
        var manager = customer.accountManager();
        customerId = customer.id().value();
        siteId = site == null ? null : site.value();
        contractLevel = customer.level();
        accountManagerId = manager == null ? null : manager.value();
    }

    /** Whether it is this customer's already, just as the customer is today. */
    boolean isOf(Customer other) {
        return other.id().equals(customer()) && other.level() == contractLevel
                && Objects.equals(other.accountManager(), accountManager());
    }

    void hold() {
        state = TicketState.ON_HOLD;
    }

    void resume() {
        state = assigneeId == null && takenAt == null ? TicketState.NEW : TicketState.TAKEN;
    }

    /** Moves the case to another unit, where it waits to be taken; the unit that had it stays involved. */
    void moveTo(ServiceUnit unit, Instant at) {
        unitId = unit.id().value();
        unitPath = unit.path();
        tier = unit.tier();
        assigneeId = null;
        awaitingSince = at;
        involve(unit.path());
    }

    /** @return whether the unit was not involved before */
    boolean involve(String path) {
        if (involvedPaths.contains(path)) {
            return false;
        }
        var paths = new ArrayList<>(involvedPaths);
        paths.add(path);
        involvedPaths = paths;
        return true;
    }

    /** The database holds the move, under the next version. */
    void savedAsMoved() {
        version++;
    }

    void resolve(Instant at) {
        state = TicketState.RESOLVED;
        resolvedAt = at;
        awaitingSince = null;
    }

    void end(TicketState how, Instant at) {
        state = how;
        endedAt = at;
        awaitingSince = null;
    }

    /** Ends, since it goes on in another case. */
    void mergeInto(Ticket other, Instant at) {
        end(TicketState.MERGED, at);
        mergedInto = other.id().value();
    }

    /** Another case goes on in this one: whoever saw that one sees this one from now on. */
    void absorb(Ticket other) {
        var paths = new ArrayList<>(involvedPaths);
        other.involvedPaths.stream().filter(path -> !paths.contains(path)).forEach(paths::add);
        involvedPaths = paths;
    }

    /** Open again after a resolution was refused or the case had ended. */
    void reopen(Instant at) {
        state = TicketState.TAKEN;
        resolvedAt = null;
        endedAt = null;
        if (assigneeId == null) {
            awaitingSince = at;
        }
    }

    public TicketId id() {
        return new TicketId(Objects.requireNonNull(id, "not saved yet"));
    }

    public TicketNumber number() {
        return id().number();
    }

    public int version() {
        return version;
    }

    public TicketKind kind() {
        return kind;
    }

    public Severity severity() {
        return severity;
    }

    public TicketState state() {
        return state;
    }

    public IntakeChannel channel() {
        return channel;
    }

    public String title() {
        return title;
    }

    public @Nullable String product() {
        return product;
    }

    public @Nullable String serial() {
        return serial;
    }

    /** Where it happened, in the customer's words. */
    public @Nullable String place() {
        return place;
    }

    /** The customer's language. */
    public Locale language() {
        return Locale.forLanguageTag(language);
    }

    /** The customer's time zone: every time the customer reads is in it. */
    public ZoneId zone() {
        return ZoneId.of(zone);
    }

    public @Nullable CustomerId customer() {
        return customerId == null ? null : new CustomerId(customerId);
    }

    public @Nullable SiteId site() {
        return siteId == null ? null : new SiteId(siteId);
    }

    public @Nullable ContractLevel contractLevel() {
        return contractLevel;
    }

    public @Nullable PersonId accountManager() {
        return accountManagerId == null ? null : new PersonId(accountManagerId);
    }

    /** The unit at which the case came in. */
    public UnitId home() {
        return new UnitId(homeUnitId);
    }

    /** Why it came in there; empty where that was not written down yet. */
    public Optional<Home> cameTo() {
        return Optional.ofNullable(homeReason).map(reason -> new Home(home(), reason, homeOf,
                homeInsteadOf == null ? null : new UnitId(homeInsteadOf)));
    }

    /** Who was on duty when it came in while its unit was closed; null where nobody was, or the unit was open. */
    public @Nullable PersonId onDuty() {
        return dutyId == null ? null : new PersonId(dutyId);
    }

    /** The unit that holds the case now. */
    public UnitId unit() {
        return new UnitId(unitId);
    }

    public String unitPath() {
        return unitPath;
    }

    /** Paths of all units that hold or held the case; they keep seeing it. */
    public List<String> involvedPaths() {
        return List.copyOf(involvedPaths);
    }

    public Tier tier() {
        return tier;
    }

    public @Nullable PersonId assignee() {
        return assigneeId == null ? null : new PersonId(assigneeId);
    }

    public Instant submittedAt() {
        return submittedAt;
    }

    public @Nullable Instant takenAt() {
        return takenAt;
    }

    /** Since when the unit that holds the case has not taken it; null once it was taken. */
    public @Nullable Instant awaitingSince() {
        return awaitingSince;
    }

    public @Nullable Instant resolvedAt() {
        return resolvedAt;
    }

    public @Nullable Instant endedAt() {
        return endedAt;
    }

    /** The case in which this one goes on; itself where it was not merged. */
    public TicketId goesOnAs() {
        return mergedInto == null ? id() : new TicketId(mergedInto);
    }

    /** The due time of the oldest promise that is still unanswered. */
    public @Nullable Instant nextDue() {
        return nextDue;
    }
}
