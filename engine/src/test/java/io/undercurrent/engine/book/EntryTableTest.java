package io.undercurrent.engine.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EntryTableTest {
    @Test
    void findsWhatAMapFindsThroughGrowthCollisionsAndRemovals() {
        final long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("EntryTableTest seed " + seed);
        final SplittableRandom random = new SplittableRandom(seed);
        final EntryTable table = new EntryTable();
        final Map<Long, Long> twin = new HashMap<>();
        for (int i = 0; i < 300_000; i++) {
            // grows to some hundred entries and shrinks again, several times
            final boolean growing = i / 20_000 % 2 == 0;
            final long id = (long) random.nextInt(2_000) << (random.nextBoolean() ? 32 : 0);
            final int at = table.find(id);
            assertEquals(twin.containsKey(id), at != EntryTable.NONE, () -> "id " + id + " seed " + seed);
            if (at == EntryTable.NONE) {
                if (growing || random.nextInt(8) == 0) {
                    table.insert(id, i, i + 1, id & 1);
                    twin.put(id, (long) i);
                }
            } else {
                assertEquals(twin.get(id), table.price(at));
                assertEquals(twin.get(id) + 1, table.size(at));
                if (!growing || random.nextInt(4) == 0) {
                    table.remove(at);
                    twin.remove(id);
                }
            }
            if (i % 30_000 == 29_999) {
                table.clear(1);
                twin.keySet().removeIf(key -> (key & 1) == 1);
            }
            assertEquals(twin.size(), table.count());
        }
    }

    @Test
    void hashesEqualEntriesAlikeInWhateverOrderTheyCame() {
        final EntryTable one = new EntryTable();
        final EntryTable other = new EntryTable();
        for (int i = 0; i < 1_000; i++) {
            one.insert(i * 64L, 5, 6, 0);
            other.insert((999 - i) * 64L, 5, 6, 0);
        }
        assertEquals(one.hash(), other.hash());
        other.size(other.find(640), 7);
        assertNotEquals(one.hash(), other.hash());
    }
}
