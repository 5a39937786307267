package io.undercurrent.signals.cuda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.abort;

import io.undercurrent.kernels.standin.StandIn;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The stand-in driver of a test, as new. Where it was not built, the test is skipped. */
final class Driver {
    private Driver() {
    }

    static StandIn fresh() {
        if (StandIn.folder().isEmpty()) {
            final String reason = "the stand-in driver was not built: g++ is needed on Linux x86-64";
            System.out.println("skipped: " + reason);
            return abort(reason);
        }
        final StandIn driver = StandIn.load();
        driver.reset();
        final Optional<String> problem = CudaDriver.problem();
        assertEquals(Optional.empty(), problem);
        return driver;
    }

    static CudaBackend open(final CudaOptions options) {
        return opened(CudaBackend.open(options));
    }

    static CudaBackend open(final CudaOptions options, final LongSupplier nanoClock) {
        return opened(CudaBackend.open(options, nanoClock));
    }

    private static CudaBackend opened(final CudaOpening opening) {
        return assertInstanceOf(CudaOpening.Opened.class, opening, opening::toString).backend();
    }

    /** A function as CUDA documents it, and the stand-in driver names it: without the number of a version. */
    static String plainName(final String function) {
        return function.replaceAll("_v\\d$", "");
    }

    static void assertNothingIsHeld(final StandIn driver) {
        assertEquals(Map.of(), driver.live());
    }
}
