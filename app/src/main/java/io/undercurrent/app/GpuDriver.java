package io.undercurrent.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What runs the kernels. */
enum GpuDriver {
    /** The NVIDIA driver, if there is one. */
    AUTO,
    /** A library that takes the driver's place and runs the kernels on the CPU: slow, and no measure of speed. */
    STAND_IN;

    /** System property, set by the launcher: the folder with the stand-in driver. */
    static final String FOLDER = "undercurrent.standIn";
    private static final String LIBRARY = "libcuda.so.1";

    /** Makes it the one that CUDA is looked for in. Called before anything of CUDA is touched, and once in a process. */
    @SuppressWarnings("restricted")
    void load() {
        if (this == AUTO) {
            return;
        }
        final Path library = Path.of(System.getProperty(FOLDER, "."), LIBRARY).toAbsolutePath();
        if (!Files.exists(library)) {
            throw new CommandException("there is no stand-in driver (" + library + "): build it where g++ is, with mvn package, and start with "
                    + "scripts/undercurrent");
        }
        try {
            System.load(library.toString());
        } catch (final UnsatisfiedLinkError e) {
            throw new CommandException(library + " cannot be loaded: " + e.getMessage(), e);
        }
    }

    /** As it is given on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
