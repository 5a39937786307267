package io.undercurrent.engine.ring;

import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.SleepingWaitStrategy;
import com.lmax.disruptor.WaitStrategy;
import com.lmax.disruptor.YieldingWaitStrategy;

/** How handlers wait for the next event. */
public final class WaitStrategies {
    private static final int SPINS = 100;
    private static final long SLEEP_NS = 50_000;

    private WaitStrategies() {
    }

    /**
     * @param name {@code auto}, {@code sleeping}, {@code yielding} or {@code spinning}
     * @param hotThreads threads that are busy all the time; with fewer processors than these and two more, auto sleeps
     */
    public static WaitStrategy of(final String name, final int hotThreads, final int processors) {
        return switch (name) {
            case "sleeping" -> new SleepingWaitStrategy(SPINS, SLEEP_NS);
            case "yielding" -> new YieldingWaitStrategy();
            case "spinning" -> new BusySpinWaitStrategy();
            default -> processors < hotThreads + 2 ? new SleepingWaitStrategy(SPINS, SLEEP_NS) : new YieldingWaitStrategy();
        };
    }
}
