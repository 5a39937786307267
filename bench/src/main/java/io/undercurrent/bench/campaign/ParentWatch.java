package io.undercurrent.bench.campaign;

import java.io.IOException;

/** Ends this process at once when the one that started it is gone, which closes the pipe to stdin. Nobody else may read stdin any more. */
final class ParentWatch {
    private static final int ORPHANED = 3;

    private ParentWatch() {
    }

    static void start() {
        Thread.ofPlatform().daemon().name("parent-watch").start(() -> {
            try {
                while (System.in.read() >= 0) {
                    Thread.onSpinWait();
                }
            } catch (final IOException e) {
                // as good as its end
            }
            Runtime.getRuntime().halt(ORPHANED);
        });
    }
}
