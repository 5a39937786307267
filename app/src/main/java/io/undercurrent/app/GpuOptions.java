package io.undercurrent.app;

import io.undercurrent.signals.cuda.CudaProbe;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that all commands about the GPU have. */
final class GpuOptions {
    @Option(names = "--driver", paramLabel = "auto|stand-in", converter = Drivers.class, defaultValue = "auto",
            description = "auto: the NVIDIA driver; stand-in: runs the kernels on the CPU, slowly; default: ${DEFAULT-VALUE}")
    private GpuDriver driver = GpuDriver.AUTO;

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", description = "default: ${DEFAULT-VALUE}")
    private Format format = Format.TEXT;

    GpuDriver driver() {
        return driver;
    }

    boolean json() {
        return format == Format.JSON;
    }

    /** Looks what there is, with the driver asked for. */
    CudaProbe probe() {
        driver.load();
        return CudaProbe.run();
    }

    /** Reads a driver as {@link GpuDriver#toString} writes it. */
    static final class Drivers implements ITypeConverter<GpuDriver> {
        @Override
        public GpuDriver convert(final String value) {
            for (final GpuDriver driver : GpuDriver.values()) {
                if (driver.toString().equals(value)) {
                    return driver;
                }
            }
            throw new TypeConversionException("'" + value + "' must be auto or stand-in");
        }
    }
}
