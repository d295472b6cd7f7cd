package io.pledge.ticket;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.pledge.sql.Sql;

/** The links by which customers follow their case without an account: 160 random bits, of which only a hash is kept. */
@Component
public class PrivateLinks {
    private static final int TOKEN_BYTES = 20;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{27}");

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TicketProperties properties;
    private final SecureRandom random = new SecureRandom();

    PrivateLinks(JdbcClient jdbc, Clock clock, TicketProperties properties) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.properties = properties;
    }

    /** A new link that is shown at once to somebody on the customer's side, who need not be who they say. Earlier ones go on working. */
    @Transactional
    public String issue(TicketId ticket, long participant) {
        return issue(List.of(new Opened(ticket, participant)), false).getFirst();
    }

    /** New links for many at once that go to their addresses by mail, in the same order. Earlier ones go on working. */
    @Transactional
    public List<String> issueByMail(List<Opened> links) {
        return issue(links, true);
    }

    private List<String> issue(List<Opened> links, boolean byMail) {
        var tokens = links.stream().map(_ -> token()).toList();
        jdbc.sql("""
                 insert into private_link (token_hash, ticket_id, participant_id, issued_at, by_mail)
                 select hash, ticket, participant, :at, :by_mail
                 from unnest(cast(:hashes as text[]), cast(:tickets as bigint[]), cast(:participants as bigint[]))
                     as link (hash, ticket, participant)
                 """).param("hashes", tokens.stream().map(PrivateLinks::hash).toArray(String[]::new))
                .param("tickets", links.stream().map(link -> link.ticket.value()).toArray(Long[]::new))
                .param("participants", links.stream().map(Opened::participant).toArray(Long[]::new))
                .param("at", Sql.at(clock.instant())).param("by_mail", byMail).update();
        return tokens;
    }

    /** Whether somebody on the customer's side was given a link to their case after a moment. */
    public boolean issuedAfter(TicketId ticket, long participant, Instant moment) {
        return jdbc.sql("""
                        select exists (select from private_link
                                       where ticket_id = :ticket and participant_id = :participant and issued_at > :moment)
                        """).param("ticket", ticket.value()).param("participant", participant)
                .param("moment", Sql.at(moment)).query(Boolean.class).single();
    }

    /** A new link in place of all earlier ones of the same person, for one that went astray. */
    @Transactional
    public String replace(Opened link) {
        jdbc.sql("delete from private_link where ticket_id = :ticket and participant_id = :participant")
                .param("ticket", link.ticket().value()).param("participant", link.participant()).update();
        return issue(link.ticket(), link.participant());
    }

    /**
     * What a link opens; empty for a token that was never issued, was replaced, or has expired. Who reads along does so no more once they
     * are no contact of the customer whose case it is.
     */
    public Optional<Opened> open(String token) {
        if (!TOKEN.matcher(token).matches()) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        select l.ticket_id, l.participant_id from private_link l join ticket t on t.id = l.ticket_id
                        join participant p on p.id = l.participant_id left join contact c on c.id = p.contact_id
                        where l.token_hash = :hash and (t.ended_at is null or t.ended_at > :ended_after)
                          and (not p.by_plan or c.retired_at is null and c.erased_at is null
                               and c.customer_id = t.customer_id)
                        """).param("hash", hash(token)).param("ended_after", Sql.at(oldestEnd()))
                .query((row, _) -> new Opened(new TicketId(row.getLong(1)), row.getLong(2))).optional();
    }

    private Instant oldestEnd() {
        return clock.instant().minus(properties.linkLife());
    }

    private String token() {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hash(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The case that a link opens, and for whom. */
    public record Opened(TicketId ticket, long participant) {}
}
