package io.undercurrent.journal;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The disk by Linux' own calls. On other systems it only forces. */
@SuppressWarnings("restricted")
final class SystemDisk implements Disk {
    static final Disk INSTANCE = System.getProperty("os.name", "").equals("Linux") ? new SystemDisk() : new PlainDisk();

    private static final int READ_CLOSE_ON_EXEC = 0x80000;
    private static final int READ_WRITE_CLOSE_ON_EXEC = 0x80002;
    private static final int KEEP_SIZE = 1;
    private static final int RANDOM = 1;
    private static final int POPULATE_WRITE = 23;
    private static final int SYNC = 4;
    private static final int SEEK_DATA = 3;
    private static final int INTERRUPTED = 4;
    private static final int NOTHING_THERE = 6;
    private static final int NO_SPACE = 28;
    private static final int NOT_SUPPORTED = 95;
    private static final int OVER_QUOTA = 122;
    private static final int ZEROS = 256 << 10;

    private final ByteBuffer zeros = ByteBuffer.allocateDirect(ZEROS).asReadOnlyBuffer();
    private final MemoryLayout stateLayout = Linker.Option.captureStateLayout();
    private final VarHandle errno = stateLayout.varHandle(MemoryLayout.PathElement.groupElement("errno"));
    private final MethodHandle open = call("open", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
    private final MethodHandle close = call("close", FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
    private final MethodHandle fallocate = call("fallocate", FunctionDescriptor.of(
            ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG));
    private final MethodHandle lseek = call("lseek", FunctionDescriptor.of(
            ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT));
    private final MethodHandle msync = call("msync", FunctionDescriptor.of(
            ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT));
    private final MethodHandle madvise = Linker.nativeLinker().downcallHandle(symbol("madvise"), FunctionDescriptor.of(
            ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_INT));

    private SystemDisk() {
    }

    private static MethodHandle call(final String name, final FunctionDescriptor descriptor) {
        return Linker.nativeLinker().downcallHandle(symbol(name), descriptor, Linker.Option.captureCallState("errno"));
    }

    private static MemorySegment symbol(final String name) {
        return Linker.nativeLinker().defaultLookup().find(name).or(() -> SymbolLookup.loaderLookup().find(name))
                .orElseThrow(() -> new JournalException("this system has no " + name + "(): use a Linux with a C library"));
    }

    @Override
    public void force(final FileChannel file) throws IOException {
        file.force(true);
    }

    @Override
    public void force(final FileChannel file, final long address, final long bytes) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment state = arena.allocate(stateLayout);
            if ((int) msync.invokeExact(state, address, bytes, SYNC) != 0) {
                throw new IOException("a part of a file can't be forced: system error " + (int) errno.get(state, 0L));
            }
        } catch (final RuntimeException | IOException | Error e) {
            throw e;
        } catch (final Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean reserve(final Path file, final long from, final long to) throws IOException {
        final int error = fallocate(file, from, to - from);
        return switch (error) {
            case 0 -> true;
            case NO_SPACE, OVER_QUOTA -> false;
            // nobody writes there before it is reserved
            case NOT_SUPPORTED -> fill(file, from, to, ZEROS);
            default -> throw new IOException("no room can be reserved for " + file + ": system error " + error);
        };
    }

    private int fallocate(final Path file, final long from, final long length) {
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment state = arena.allocate(stateLayout);
            final int descriptor = (int) open.invokeExact(state, arena.allocateFrom(file.toString()), READ_WRITE_CLOSE_ON_EXEC);
            if (descriptor < 0) {
                return (int) errno.get(state, 0L);
            }
            int error;
            do {
                error = (int) fallocate.invokeExact(state, descriptor, KEEP_SIZE, from, length) == 0 ? 0 : (int) errno.get(state, 0L);
            } while (error == INTERRUPTED);
            final int ignored = (int) close.invokeExact(state, descriptor);
            return error;
        } catch (final RuntimeException | Error e) {
            throw e;
        } catch (final Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean fill(final Path file, final long from, final long to, final int pieceBytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            // what is written at once is kept together
            final ByteBuffer source = zeros.duplicate();
            long at = from;
            while (at < to) {
                final long end = Math.min(to, (at / pieceBytes + 1) * pieceBytes);
                at += channel.write(source.clear().limit((int) (end - at)), at);
            }
            return true;
        } catch (final IOException e) {
            if (isFull(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Whether it was thrown because there is no room. */
    static boolean isFull(final IOException e) {
        final String message = String.valueOf(e.getMessage());
        return message.contains("No space left on device") || message.contains("Disk quota exceeded");
    }

    @Override
    public long nextData(final Path file, final long from) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            final MemorySegment state = arena.allocate(stateLayout);
            final int descriptor = (int) open.invokeExact(state, arena.allocateFrom(file.toString()), READ_CLOSE_ON_EXEC);
            if (descriptor < 0) {
                return from;
            }
            final long data = (long) lseek.invokeExact(state, descriptor, from, SEEK_DATA);
            final boolean end = data < 0 && (int) errno.get(state, 0L) == NOTHING_THERE;
            final int ignored = (int) close.invokeExact(state, descriptor);
            return end ? Math.max(from, Files.size(file)) : Math.max(from, data);
        } catch (final RuntimeException | IOException | Error e) {
            throw e;
        } catch (final Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public long freeBytes(final Path directory) throws IOException {
        return Files.getFileStore(directory).getUsableSpace();
    }

    @Override
    public void keepPagesApart(final long address, final long bytes) {
        // without reading ahead there are no large folios
        advise(address, bytes, RANDOM);
    }

    @Override
    public void touch(final long address, final long bytes) {
        advise(address, bytes, POPULATE_WRITE);
    }

    /** An old kernel may not know it, and a full disk refuse it: the writer then touches the pages itself. */
    private void advise(final long address, final long bytes, final int advice) {
        try {
            final int ignored = (int) madvise.invokeExact(address, bytes, advice);
        } catch (final RuntimeException | Error e) {
            throw e;
        } catch (final Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where none of it is known. */
    private static final class PlainDisk implements Disk {
        @Override
        public void force(final FileChannel file) throws IOException {
            file.force(true);
        }

        @Override
        public void force(final FileChannel file, final long address, final long bytes) throws IOException {
            file.force(true);
        }

        @Override
        public boolean reserve(final Path file, final long from, final long to) {
            return true;
        }

        @Override
        public boolean fill(final Path file, final long from, final long to, final int pieceBytes) {
            return true;
        }

        @Override
        public void keepPagesApart(final long address, final long bytes) {
            // nothing to do it with
        }

        @Override
        public void touch(final long address, final long bytes) {
            // nothing to do it with
        }

        @Override
        public long nextData(final Path file, final long from) {
            return from;
        }

        @Override
        public long freeBytes(final Path directory) throws IOException {
            return Files.getFileStore(directory).getUsableSpace();
        }
    }
}
