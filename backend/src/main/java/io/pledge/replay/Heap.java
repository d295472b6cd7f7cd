package io.pledge.replay;

import java.lang.management.ManagementFactory;

/** What is in use of the heap after collection, at a tenth of the way and at the end. */
final class Heap {
    private static final double MEGA = 1024.0 * 1024.0;

    private long atTenth;

    void look(ReplayRun run) {
        long all = run.logRows() == null ? 0 : run.logRows();
        if (atTenth == 0 && run.drivenRows() * 10 >= all) {
            atTenth = collected();
        }
    }

    String report() {
        long atEnd = collected();
        return "heap after collection: %.1f MB at a tenth, %.1f MB at the end (%.2f times)".formatted(atTenth / MEGA,
                atEnd / MEGA, (double) atEnd / atTenth);
    }

    private static long collected() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
