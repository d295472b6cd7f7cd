package io.pledge.replay;

import java.util.function.ObjLongConsumer;

/**
 * The promises of one replayed incident by plain arithmetic: answered in 4 hours, next word every 24, solved in 96 that pause
 * while the customer is waited for and while it is resolved.
 */
final class PlainPromises {
    private static final long HOUR = 3600;
    private static final long NEVER = Long.MAX_VALUE;

    private final ObjLongConsumer<String> count;
    private final long acknowledgeBy;
    private boolean acknowledged;
    private long nextWordBy;
    private long solveBy;
    private long left;
    private boolean paused;
    private boolean running = true;
    private boolean broken;

    PlainPromises(long opened, ObjLongConsumer<String> count) {
        this.count = count;
        acknowledgeBy = opened + 4 * HOUR;
        nextWordBy = opened + 24 * HOUR;
        solveBy = opened + 96 * HOUR;
        count.accept("ACKNOWLEDGEMENT made", 1);
        count.accept("PROGRESS made", 1);
        count.accept("RESOLUTION made", 1);
    }

    /** A personal message; the last one where it says that the incident is resolved. */
    void message(long at, boolean last) {
        if (!acknowledged) {
            acknowledged = true;
            count.accept("ACKNOWLEDGEMENT " + (at <= acknowledgeBy ? "kept" : "broken"), 1);
        }
        breakUntil(at);
        count.accept("PROGRESS kept", 1);
        nextWordBy = last ? NEVER : at + 24 * HOUR;
        count.accept("PROGRESS made", last ? 0 : 1);
    }

    /** Every promised word that did not come is broken, and the next is promised from its due time. */
    private void breakUntil(long at) {
        while (nextWordBy < at) {
            count.accept("PROGRESS broken", 1);
            count.accept("PROGRESS made", 1);
            nextWordBy += 24 * HOUR;
        }
    }

    void hold(long at) {
        overdue(at);
        if (running && !paused) {
            paused = true;
            left = solveBy - at;
        }
    }

    void resume(long at) {
        if (running && paused) {
            paused = false;
            solveBy = at + left;
        }
    }

    private void overdue(long at) {
        if (running && !paused && solveBy < at) {
            running = false;
            broken = true;
            count.accept("RESOLUTION broken", 1);
        }
    }

    void close() {
        if (running) {
            count.accept("RESOLUTION kept", 1);
            running = false;
        }
    }

    /** @param wasClosed whether it had been closed, and not only resolved */
    void open(long at, boolean wasClosed) {
        if (wasClosed) {
            promise(at, broken || left == 0 ? 96 * HOUR : left);
        } else if (broken) {
            promise(at, 96 * HOUR);
        } else {
            resume(at);
        }
        nextWordBy = at + 24 * HOUR;
        count.accept("PROGRESS made", 1);
    }

    private void promise(long at, long allowance) {
        count.accept("RESOLUTION made", 1);
        running = true;
        paused = false;
        broken = false;
        solveBy = at + allowance;
    }

    void finish(long end) {
        count.accept("ACKNOWLEDGEMENT broken", !acknowledged && acknowledgeBy < end ? 1 : 0);
        count.accept("ACKNOWLEDGEMENT open", !acknowledged && acknowledgeBy >= end ? 1 : 0);
        if (nextWordBy != NEVER) {
            breakUntil(end);
            count.accept("PROGRESS open", 1);
        }
        overdue(end);
        count.accept("RESOLUTION open", running ? 1 : 0);
    }
}
