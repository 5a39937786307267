package io.undercurrent.kernels.standin;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The stand-in driver: a {@code libcuda.so.1} that runs the kernels on the CPU. {@link #load} it before the first call of CUDA in the
 * process; JCuda then finds it in place of NVIDIA's. Through this class a test makes the driver fail and looks at what it holds. A
 * function is named as CUDA documents it ({@code cuMemAlloc}), or {@link #KERNEL}.
 *
 * <p>One driver per process. Any thread may call.
 */
public final class StandIn {
    /** The run of a kernel in its stream, for {@link #fail}, {@link #hang} and {@link #calls}. */
    public static final String KERNEL = "kernel";

    private static final MemoryLayout NAME = MemoryLayout.sequenceLayout(128, ValueLayout.JAVA_BYTE);
    private static final String FOLDER_PROPERTY = "undercurrent.native";
    private static final String FOLDER = "stand-in";
    private static final String DRIVER = "libcuda.so.1";

    private final SymbolLookup driver;

    private StandIn(final SymbolLookup driver) {
        this.driver = driver;
    }

    /**
     * The folder of the driver and its kernels: {@code stand-in} in the folder that the system property {@code undercurrent.native} names,
     * else beside this class's jar or folder. Empty: it is not there, because the build had no g++.
     */
    public static Optional<Path> folder() {
        return Optional.of(base().resolve(FOLDER)).filter(folder -> Files.isRegularFile(folder.resolve(DRIVER)));
    }

    private static Path base() {
        final String named = System.getProperty(FOLDER_PROPERTY, "");
        if (!named.isEmpty()) {
            return Path.of(named);
        }
        try {
            final Path code = Path.of(StandIn.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            return code.toAbsolutePath().resolveSibling("");
        } catch (final URISyntaxException e) {
            throw new IllegalStateException("stand-in driver: this program's own place is no file; set -D" + FOLDER_PROPERTY, e);
        }
    }

    /** @throws IllegalStateException if the driver is not there or cannot be loaded */
    @SuppressWarnings("restricted")
    public static StandIn load() {
        final Path library = folder().orElseThrow(() -> new IllegalStateException("stand-in driver: no " + DRIVER + " in "
            + base().resolve(FOLDER) + "; build it on a machine with g++, or name its folder by -D" + FOLDER_PROPERTY)).resolve(DRIVER);
        try {
            return new StandIn(SymbolLookup.libraryLookup(library, Arena.global()));
        } catch (final IllegalArgumentException e) {
            throw new IllegalStateException("stand-in driver: " + library + " cannot be loaded on this machine", e);
        }
    }

    /**
     * As if the process were new: nothing allocated, no error, no fault to come, counts at 0, settings at their defaults. What Java holds of
     * the driver's is void, pinned memory above all.
     *
     * @throws IllegalStateException if a kernel did not end in time
     */
    public void reset() {
        if ((int) call("stand_in_reset", FunctionDescriptor.of(ValueLayout.JAVA_INT)) != 0) {
            throw new IllegalStateException("stand-in driver: a kernel or a call runs on, 10 seconds after it was told to end");
        }
    }

    /** Order in which threads and blocks run, and what fresh memory holds, from the next launch and allocation on. 0: by index. */
    public void seed(final long seed) {
        set("stand_in_seed", ValueLayout.JAVA_LONG, seed);
    }

    /** How many blocks run at the same time; 0: one per processor. */
    public void workers(final int workers) {
        set("stand_in_workers", ValueLayout.JAVA_INT, workers);
    }

    /** 1, or 0: there is no device. */
    public void devices(final int devices) {
        set("stand_in_devices", ValueLayout.JAVA_INT, devices);
    }

    /** The CUDA version that the driver knows: thousand times the major version, plus ten times the minor. */
    public void driverVersion(final int version) {
        set("stand_in_driver_version", ValueLayout.JAVA_INT, version);
    }

    public void deviceMemory(final long bytes) {
        set("stand_in_device_memory", ValueLayout.JAVA_LONG, bytes);
    }

    /** Names the host library that stands for a module loaded from PTX or a fat binary. */
    public void kernels(final Path library) {
        try (Arena arena = Arena.ofConfined()) {
            set("stand_in_kernels", ValueLayout.ADDRESS, arena.allocateFrom(library.toString()));
        }
    }

    /** {@link #fail(String, long, int, long) Fails} one call. */
    public void fail(final String function, final long nth, final int error) {
        fail(function, nth, error, 1);
    }

    /**
     * Makes {@code times} calls of the function give {@code error}, the first being the {@code nth} from now (1: the next). They do nothing
     * else, except that what frees or destroys still does. A sticky error (700, 702, 714 to 719) stays until a {@link #reset}; a kernel's
     * error does so whatever it is, and shows at a later call.
     *
     * @throws IllegalArgumentException if the driver has no such function
     */
    public void fail(final String function, final long nth, final int error, final long times) {
        final FunctionDescriptor type = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG,
            ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG);
        try (Arena arena = Arena.ofConfined()) {
            require((int) call("stand_in_fail", type, arena.allocateFrom(function), nth, error, times) == 0, function);
        }
    }

    /**
     * Makes the {@code nth} call from now wait for {@link #release}; it then does its work.
     *
     * @throws IllegalArgumentException if the driver has no such function
     */
    public void hang(final String function, final long nth) {
        final FunctionDescriptor type = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG);
        try (Arena arena = Arena.ofConfined()) {
            require((int) call("stand_in_hang", type, arena.allocateFrom(function), nth) == 0, function);
        }
    }

    /** Every kernel takes so many microseconds longer. */
    public void slowKernels(final long microseconds) {
        set("stand_in_slow_kernels", ValueLayout.JAVA_LONG, microseconds);
    }

    /** Lets go on what hangs, and forgets the faults that have not come. */
    public void release() {
        call("stand_in_release", FunctionDescriptor.ofVoid());
    }

    /**
     * Calls of the function so far, failed ones too.
     *
     * @throws IllegalArgumentException if the driver has no such function
     */
    public long calls(final String function) {
        final FunctionDescriptor type = FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.ADDRESS);
        try (Arena arena = Arena.ofConfined()) {
            final long calls = (long) call("stand_in_calls", type, arena.allocateFrom(function));
            require(calls >= 0, function);
            return calls;
        }
    }

    /** The functions called so far, without the number of a version, and {@link #KERNEL} if one was run. */
    @SuppressWarnings("restricted")
    public SortedSet<String> called() {
        final FunctionDescriptor type = FunctionDescriptor.of(ValueLayout.ADDRESS.withTargetLayout(NAME), ValueLayout.JAVA_INT);
        final SortedSet<String> called = new TreeSet<>();
        MemorySegment name = (MemorySegment) call("stand_in_function", type, 0);
        for (int i = 1; name.address() != 0; i++) {
            final String function = name.getString(0).replaceFirst("_v\\d$", "");
            if (calls(function) > 0) {
                called.add(function);
            }
            name = (MemorySegment) call("stand_in_function", type, i);
        }
        return called;
    }

    public long live(final Quantity quantity) {
        final FunctionDescriptor type = FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT);
        return (long) call("stand_in_live", type, quantity.ordinal());
    }

    /** Every quantity that is not 0: empty if nothing leaked, overran or hangs. */
    public Map<Quantity, Long> live() {
        final Map<Quantity, Long> live = new EnumMap<>(Quantity.class);
        for (final Quantity quantity : Quantity.values()) {
            final long count = live(quantity);
            if (count != 0) {
                live.put(quantity, count);
            }
        }
        return live;
    }

    private static void require(final boolean known, final String function) {
        if (!known) {
            throw new IllegalArgumentException("stand-in driver: no function " + function + " that can be made to fail, or call 0 of it");
        }
    }

    private void set(final String function, final MemoryLayout type, final Object value) {
        call(function, FunctionDescriptor.ofVoid(type), value);
    }

    @SuppressWarnings("restricted")
    private Object call(final String function, final FunctionDescriptor type, final Object... arguments) {
        final MemorySegment address = driver.find(function)
            .orElseThrow(() -> new IllegalStateException("stand-in driver: it has no " + function + "; build it again"));
        final MethodHandle handle = Linker.nativeLinker().downcallHandle(address, type);
        try {
            return handle.invokeWithArguments(arguments);
        } catch (final Throwable e) {
            throw new AssertionError(function + " does not throw", e);
        }
    }
}
