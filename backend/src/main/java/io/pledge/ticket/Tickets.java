package io.pledge.ticket;

import org.springframework.data.repository.Repository;

/** The cases as stored; every save checks that nobody else changed the case meanwhile. */
interface Tickets extends Repository<Ticket, Long> {
    Ticket save(Ticket ticket);

    java.util.Optional<Ticket> findById(Long id);

    java.util.List<Ticket> findAllById(Iterable<Long> ids);

    java.util.Optional<Ticket> findBySubmissionKey(String submissionKey);
}
