package io.undercurrent.bench.jmh;

import io.undercurrent.signals.RowColumn;
import io.undercurrent.signals.RowLayout;
import io.undercurrent.signals.SignalBackend;
import io.undercurrent.signals.Sweep;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Sweeps of made-up rows in plausible ranges, the mid a random walk, made beforehand and given round and round. Nothing is planted in them.
 * Their number is prime and larger than a ring: no two rows of a ring, fine or coarse, are the same one, or selections would be too easy.
 */
final class RandomSweeps {
    /** So many appended rows fill the fine and the coarse ring. */
    static final int ROWS_OF_FULL_RINGS = 10 * SignalBackend.COARSE_ROWS + SignalBackend.FINE_ROWS;

    private static final long SEED = 3;
    private static final int MID2 = 200_000;
    private static final int SWEEPS = 2_053;

    private final Sweep[] sweeps = new Sweep[SWEEPS];
    private int next;

    RandomSweeps(final int instruments, final int rowMs) {
        final SplittableRandom random = new SplittableRandom(SEED);
        final int[] mid2 = new int[instruments];
        Arrays.fill(mid2, MID2);
        for (int s = 0; s < SWEEPS; s++) {
            sweeps[s] = new Sweep(instruments);
            sweeps[s].begin(s, s);
            for (int slot = 0; slot < instruments; slot++) {
                mid2[slot] += random.nextInt(-4, 5) - (mid2[slot] - MID2) / 100;
                fill(sweeps[s], sweeps[s].add(slot, false), rowMs, mid2[slot], random);
            }
        }
    }

    Sweep next() {
        next = next + 1 == SWEEPS ? 0 : next + 1;
        return sweeps[next];
    }

    private static void fill(final Sweep sweep, final int offset, final int rowMs, final int mid2, final SplittableRandom random) {
        for (final RowColumn column : RowColumn.values()) {
            final int value = switch (column) {
                case VALID_MS -> rowMs;
                case MID2_CLOSE -> mid2;
                case MID2_SQUARE_SUM -> random.nextInt(12);
                case SPREAD_TIME -> 2 * rowMs + random.nextInt(rowMs);
                case BID_DEPTH10, ASK_DEPTH10 -> 5_000 + random.nextInt(500);
                case BUY_BURSTS, SELL_BURSTS, BID_HIT_BURSTS, ASK_HIT_BURSTS, OFF_BURSTS -> 1 + random.nextInt(3);
                case SMALL_BUY_BURSTS, SMALL_SELL_BURSTS, BID_REFILL_BURSTS, ASK_REFILL_BURSTS, OFF_MID_BURSTS -> random.nextInt(2);
                case OFI1 -> random.nextInt(-300, 300);
                case LOT -> 100;
                case CAPABILITIES -> RowLayout.HAS_OFF_EXCHANGE | RowLayout.HAS_DEPTH | RowLayout.HAS_OWN_VENUE_TRADES
                        | RowLayout.HAS_EXECUTIONS;
                default -> random.nextInt(600);
            };
            sweep.rows().putInt(offset + column.ordinal() * Integer.BYTES, value, ByteOrder.LITTLE_ENDIAN);
        }
    }
}
