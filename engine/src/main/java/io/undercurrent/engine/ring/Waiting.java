package io.undercurrent.engine.ring;

import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.SleepingWaitStrategy;
import com.lmax.disruptor.WaitStrategy;
import com.lmax.disruptor.YieldingWaitStrategy;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.BusySpinIdleStrategy;
import org.agrona.concurrent.IdleStrategy;

/** How threads of the engine wait for work: handlers of the ring for the next event, agents between duty cycles. */
public enum Waiting {
    SLEEPING, YIELDING, SPINNING;

    private static final int SPINS = 100;
    private static final int AGENT_SPINS = 10;
    private static final long SLEEP_NS = 50_000;
    private static final long MIN_SLEEP_NS = 1_000;

    /**
     * @param name {@code auto}, {@code sleeping}, {@code yielding} or {@code spinning}
     * @param hotThreads threads that are busy all the time; with fewer processors than these and two more, auto sleeps
     */
    public static Waiting of(final String name, final int hotThreads, final int processors) {
        return switch (name) {
            case "sleeping" -> SLEEPING;
            case "yielding" -> YIELDING;
            case "spinning" -> SPINNING;
            default -> processors < hotThreads + 2 ? SLEEPING : YIELDING;
        };
    }

    /** A new one, for one ring. */
    public WaitStrategy ring() {
        return switch (this) {
            case SLEEPING -> new SleepingWaitStrategy(SPINS, SLEEP_NS);
            case YIELDING -> new YieldingWaitStrategy();
            case SPINNING -> new BusySpinWaitStrategy();
        };
    }

    /** A new one, for one agent. */
    public IdleStrategy agent() {
        return switch (this) {
            case SLEEPING -> new BackoffIdleStrategy(AGENT_SPINS, AGENT_SPINS, MIN_SLEEP_NS, SLEEP_NS);
            case YIELDING -> new BackoffIdleStrategy(AGENT_SPINS, Long.MAX_VALUE, MIN_SLEEP_NS, SLEEP_NS);
            case SPINNING -> new BusySpinIdleStrategy();
        };
    }
}
