package io.undercurrent.score;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** Works on several days at a time; what comes out does not depend on how many. */
public final class DayPool {
    private final int threads;

    public DayPool(final int threads) {
        this.threads = threads;
    }

    /**
     * Applies the work to each and returns the results in the same order. The first failure ends it.
     *
     * @param done told how many are done, one call at a time
     */
    public <T, R> List<R> map(final List<T> days, final Function<T, R> work, final IntConsumer done) {
        final Object turn = new Object();
        final int[] count = new int[1];
        try (ExecutorService pool = Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().name("day-", 0).factory())) {
            final List<Future<R>> futures = new ArrayList<>();
            for (final T day : days) {
                futures.add(pool.submit(() -> {
                    final R result = work.apply(day);
                    synchronized (turn) {
                        done.accept(++count[0]);
                    }
                    return result;
                }));
            }
            try {
                final List<R> results = new ArrayList<>();
                for (final Future<R> future : futures) {
                    results.add(future.get());
                }
                return results;
            } catch (final InterruptedException e) {
                pool.shutdownNow();
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while days were scored", e);
            } catch (final ExecutionException e) {
                pool.shutdownNow();
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                if (e.getCause() instanceof Error cause) {
                    throw cause;
                }
                throw new IllegalStateException(e.getCause());
            }
        }
    }
}
