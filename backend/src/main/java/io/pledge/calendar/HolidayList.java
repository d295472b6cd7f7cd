package io.pledge.calendar;

import java.time.LocalDate;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a list of public holidays says.
 *
 * @param closed closed dates with their names
 * @param worked dates at a weekend that are worked to make up for others
 */
record HolidayList(SortedMap<LocalDate, String> closed, SortedSet<LocalDate> worked) {

    HolidayList() {
        this(new TreeMap<>(), new TreeSet<>());
    }

    void addAll(HolidayList other) {
        closed.putAll(other.closed);
        worked.addAll(other.worked);
    }

    /** Notes every date of a range under a name, closed or worked as its name says. */
    void add(LocalDate from, LocalDate to, String name, Set<String> wordsForWorked) {
        boolean isWorked = wordsForWorked.stream().anyMatch(name::contains);
        from.datesUntil(to.plusDays(1)).forEach(date -> {
            if (isWorked) {
                worked.add(date);
            } else {
                closed.put(date, name);
            }
        });
    }
}
