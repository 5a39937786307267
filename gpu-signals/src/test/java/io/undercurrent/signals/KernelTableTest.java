package io.undercurrent.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The kernels' table says what the formulas in Java say. Where these change, write it anew, then the PTX:
 * <pre>
 * mvn test -pl gpu-signals -am -Dtest=KernelTableTest -Dsurefire.failIfNoSpecifiedTests=false -Dundercurrent.writeKernelTable=true
 * sh cuda-kernels/build-kernels refresh
 * </pre>
 */
class KernelTableTest {
    private static final Path TABLE = Path.of("../cuda-kernels/src/main/cuda/signal_table.cuh");

    @Test
    void theKernelsHaveTheFormulas() throws Exception {
        if (Boolean.getBoolean("undercurrent.writeKernelTable")) {
            Files.writeString(TABLE, KernelTable.text());
        }
        assertEquals(KernelTable.text(), Files.readString(TABLE), TABLE + " is not what the formulas say; " + getClass() + " tells how to mend it");
    }
}
