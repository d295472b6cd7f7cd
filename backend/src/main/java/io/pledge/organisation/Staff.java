package io.pledge.organisation;

import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people of the after-sales organisation, held in memory; their passwords are not. */
@Component
public class Staff {
    private static final Comparator<Person> BY_NAME = Comparator.comparing(Person::name)
            .thenComparing(Person::username);
    private final DirectoryCache cache;
    private final JdbcClient jdbc;

    Staff(DirectoryCache cache, JdbcClient jdbc) {
        this.cache = cache;
        this.jdbc = jdbc;
    }

    /** A person, retired or not. @throws NoSuchElementException if there never was one */
    public Person person(PersonId id) {
        return cache.find(directory -> Optional.ofNullable(directory.people().get(id)))
                .orElseThrow(() -> new NoSuchElementException("no person " + id.value()));
    }

    /** Somebody still at work, by the exact name they sign in with. */
    public Optional<Person> byUsername(String username) {
        return cache
                .find(directory -> atWork(directory).filter(person -> person.username().equals(username)).findFirst());
    }

    /** Whether the person still belongs to the staff. */
    public boolean isAtWork(PersonId id) {
        Directory directory = cache.directory();
        return directory.people().containsKey(id) && !directory.retiredPeople().contains(id);
    }

    /** Whoever has or had that name, at work or not. */
    public Optional<Person> whoever(String username) {
        return cache.find(directory -> directory.person(username));
    }

    /** Those who were retired, by name. */
    public List<Person> retired() {
        Directory directory = cache.directory();
        return directory.people().values().stream().filter(person -> directory.retiredPeople().contains(person.id()))
                .sorted(BY_NAME).toList();
    }

    /** Those at work who sit in exactly this unit, by name. */
    public List<Person> inUnit(UnitId unit) {
        return all().stream().filter(person -> person.unit().equals(unit)).toList();
    }

    /** Those at work who hold the role, by name. */
    public List<Person> holding(Role role) {
        return all().stream().filter(person -> person.holds(role)).toList();
    }

    /** Everybody at work, by name. */
    public List<Person> all() {
        return atWork(cache.directory()).sorted(BY_NAME).toList();
    }

    /** The encoded password of somebody at work; empty for who has none and so cannot sign in. */
    public Optional<String> passwordHash(PersonId id) {
        return jdbc.sql(
                "select password_hash from person where id = ? and retired_at is null and password_hash is not null")
                .param(id.value()).query(String.class).optional();
    }

    /** @param hash the password as an encoder made it, never the password itself */
    public void setPassword(PersonId id, String hash) {
        jdbc.sql("update person set password_hash = ? where id = ?").params(hash, id.value()).update();
    }

    private static Stream<Person> atWork(Directory directory) {
        return directory.people().values().stream().filter(person -> !directory.retiredPeople().contains(person.id()));
    }
}
