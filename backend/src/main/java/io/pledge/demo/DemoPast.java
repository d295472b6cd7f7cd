package io.pledge.demo;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Writes the demonstration's past at the first start, so that no page is empty. */
@Component
@Profile("demo")
@ConditionalOnProperty(name = "pledge.demo-stories", matchIfMissing = true)
@Order(DemoPast.TURN)
class DemoPast implements ApplicationRunner {
    static final int TURN = 30;
    private static final Logger log = LoggerFactory.getLogger(DemoPast.class);

    private final PastRecords records;
    private final StoryTeller teller;
    private final DemoClock clock;

    DemoPast(PastRecords records, StoryTeller teller, DemoClock clock) {
        this.records = records;
        this.teller = teller;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!records.complete()) {
            records.alone(this::write);
        }
    }

    private void write() {
        if (records.complete()) {
            return;
        }
        var start = System.nanoTime();
        var stories = Stories.all();
        teller.tell(stories, records.begin(clock.instant()));
        records.completed(clock.instant());
        log.info("The demonstration's past: {} cases, written in {} ms", stories.size(),
                Duration.ofNanos(System.nanoTime() - start).toMillis());
    }
}
