package io.undercurrent.bench.campaign;

import java.io.IOException;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.file.Path;
import java.util.stream.LongStream;

/** The few Linux calls that Java has no name for. */
@SuppressWarnings("restricted")
final class Posix {
    static final int SIGCONT = 18;
    static final int SIGSTOP = 19;

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final AddressLayout ADDRESS = ValueLayout.ADDRESS;
    private static final int P_PID = 1;
    private static final int WSTOPPED = 2;
    private static final int SIGINFO_BYTES = 128;
    private static final int O_RDONLY = 0;
    private static final int O_RDWR = 2;
    /** EXT4_IOC_SHUTDOWN, as {@code _IOR('X', 125, __u32)}. */
    private static final int EXT4_IOC_SHUTDOWN = 0x8004_587D;
    private static final int NO_LOG_FLUSH = 2;

    private static final int SEEK_DATA = 3;
    private static final int SEEK_HOLE = 4;

    private static final Linker LINKER = Linker.nativeLinker();
    private static final Linker.Option ERRNO = Linker.Option.captureCallState("errno");
    private static final StructLayout STATE = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO_VALUE = STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private static final MethodHandle KILL = find("kill", FunctionDescriptor.of(INT, INT, INT));
    private static final MethodHandle WAITID = find("waitid", FunctionDescriptor.of(INT, INT, INT, ADDRESS, INT));
    private static final MethodHandle OPEN = find("open", FunctionDescriptor.of(INT, ADDRESS, INT), Linker.Option.firstVariadicArg(2));
    private static final MethodHandle CLOSE = find("close", FunctionDescriptor.of(INT, INT));
    private static final MethodHandle IOCTL = find("ioctl", FunctionDescriptor.of(INT, INT, LONG, ADDRESS), Linker.Option.firstVariadicArg(2));
    private static final MethodHandle LSEEK = find("lseek", FunctionDescriptor.of(LONG, INT, LONG, INT));
    private static final MethodHandle FALLOCATE = find("fallocate", FunctionDescriptor.of(INT, INT, INT, LONG, LONG));

    private Posix() {
    }

    static void signal(final long pid, final int signal) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment state = arena.allocate(STATE);
            require((int) KILL.invokeExact(state, (int) pid, signal), state, "signal " + signal + " to process " + pid);
        } catch (final IOException e) {
            throw e;
        } catch (final Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stops a child of this process and waits until each of its threads stands still. */
    static void stop(final long pid) throws IOException {
        signal(pid, SIGSTOP);
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment state = arena.allocate(STATE);
            final MemorySegment info = arena.allocate(SIGINFO_BYTES, Long.BYTES);
            require((int) WAITID.invokeExact(state, P_PID, (int) pid, info, WSTOPPED), state, "waiting for process " + pid + " to stop");
        } catch (final IOException e) {
            throw e;
        } catch (final Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends an ext4 as a power cut would: nothing more is written, not even its journal. Needs root. */
    static void shutDown(final Path mountPoint) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment state = arena.allocate(STATE);
            final MemorySegment flags = arena.allocateFrom(INT, NO_LOG_FLUSH);
            final int file = open(arena, state, mountPoint, O_RDONLY);
            final int result = (int) IOCTL.invokeExact(state, file, (long) EXT4_IOC_SHUTDOWN & 0xFFFF_FFFFL, flags);
            final int error = (int) ERRNO_VALUE.get(state, 0L);
            close(state, file);
            if (result != 0) {
                throw new IOException("ext4 at " + mountPoint + " can't be shut down: error " + error);
            }
        } catch (final IOException e) {
            throw e;
        } catch (final Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives an existing file that many bytes of disk; throws if there are fewer. */
    static void allocate(final Path existing, final long bytes) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment state = arena.allocate(STATE);
            final int file = open(arena, state, existing, O_RDWR);
            final int result = (int) FALLOCATE.invokeExact(state, file, 0, 0L, bytes);
            final int error = (int) ERRNO_VALUE.get(state, 0L);
            close(state, file);
            if (result != 0) {
                throw new IOException(existing + " can't have " + bytes + " bytes: error " + error);
            }
        } catch (final IOException e) {
            throw e;
        } catch (final Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where an existing file is not a hole: from, to, from, to. */
    static long[] extents(final Path existing) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment state = arena.allocate(STATE);
            final int file = open(arena, state, existing, O_RDONLY);
            final LongStream.Builder places = LongStream.builder();
            long to = 0;
            while (true) {
                final long from = (long) LSEEK.invokeExact(state, file, to, SEEK_DATA);
                if (from < 0) {
                    break;
                }
                to = (long) LSEEK.invokeExact(state, file, from, SEEK_HOLE);
                places.add(from).add(to);
            }
            close(state, file);
            return places.build().toArray();
        } catch (final IOException e) {
            throw e;
        } catch (final Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static int open(final Arena arena, final MemorySegment state, final Path path, final int flags) throws Throwable {
        final int file = (int) OPEN.invokeExact(state, arena.allocateFrom(path.toString()), flags);
        require(file < 0 ? -1 : 0, state, "opening " + path);
        return file;
    }

    private static void close(final MemorySegment state, final int file) throws Throwable {
        require((int) CLOSE.invokeExact(state, file), state, "closing a file");
    }

    private static void require(final int result, final MemorySegment state, final String what) throws IOException {
        if (result != 0) {
            throw new IOException(what + " failed: error " + (int) ERRNO_VALUE.get(state, 0L));
        }
    }

    private static MethodHandle find(final String name, final FunctionDescriptor descriptor, final Linker.Option... options) {
        final Linker.Option[] all = new Linker.Option[options.length + 1];
        all[0] = ERRNO;
        System.arraycopy(options, 0, all, 1, options.length);
        return LINKER.downcallHandle(LINKER.defaultLookup().find(name).orElseThrow(), descriptor, all);
    }
}
