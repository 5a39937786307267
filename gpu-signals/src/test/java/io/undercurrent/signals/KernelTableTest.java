package io.undercurrent.signals;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The kernels' table says what features and forests in Java say. Where these change, write it anew, then the PTX:
 * <pre>
 * mvn test -pl gpu-signals -am -Dtest=KernelTableTest -Dsurefire.failIfNoSpecifiedTests=false -Dundercurrent.writeKernelTable=true
 * sh cuda-kernels/build-kernels refresh
 * </pre>
 */
class KernelTableTest {
    private static final Path TABLE = Path.of("../cuda-kernels/src/main/cuda/signal_table.cuh");

    @Test
    void theKernelsHaveFeaturesAndForests() throws Exception {
        if (Boolean.getBoolean("undercurrent.writeKernelTable")) {
            Files.writeString(TABLE, KernelTable.text());
        }
        assertEquals(KernelTable.text(), Files.readString(TABLE), TABLE + " is not what features and forests say; " + getClass() + " tells how to mend it");
    }
}
