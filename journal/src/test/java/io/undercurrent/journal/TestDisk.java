package io.undercurrent.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The system's disk, which can be told to fail, to make wait and to be full. */
final class TestDisk implements Disk {
    private final Disk system = SystemDisk.INSTANCE;
    private final Semaphore gate = new Semaphore(0);
    private final AtomicInteger forces = new AtomicInteger();
    private final AtomicLong room = new AtomicLong(Long.MAX_VALUE);
    private volatile boolean held;
    private volatile boolean forcesFail;
    private volatile boolean looksFail;

    /** Each force waits until it is let through, or all are. */
    void holdForces() {
        held = true;
    }

    void letForceThrough() {
        gate.release();
    }

    void letAllThrough() {
        held = false;
        gate.release(1_000_000);
    }

    boolean forceIsWaiting() {
        return gate.hasQueuedThreads();
    }

    void failForces(final boolean fail) {
        forcesFail = fail;
    }

    /** It no longer says how much is free. */
    void failLooks() {
        looksFail = true;
    }

    /** Begun so far, failed ones as well. */
    int forces() {
        return forces.get();
    }

    /** What may be reserved from now on, and is said to be free. */
    void room(final long bytes) {
        room.set(bytes);
    }

    @Override
    public void force(final FileChannel file) throws IOException {
        begin();
        system.force(file);
    }

    @Override
    public void force(final FileChannel file, final long address, final long bytes) throws IOException {
        begin();
        system.force(file, address, bytes);
    }

    private void begin() throws IOException {
        forces.incrementAndGet();
        if (held) {
            gate.acquireUninterruptibly();
        }
        if (forcesFail) {
            throw new IOException("Input/output error");
        }
    }

    @Override
    public boolean reserve(final Path file, final long from, final long to) throws IOException {
        final long bytes = to - from;
        return room.getAndUpdate(left -> left < bytes ? left : left - bytes) >= bytes && system.reserve(file, from, to);
    }

    @Override
    public boolean fill(final Path file, final long from, final long to, final int pieceBytes) throws IOException {
        return system.fill(file, from, to, pieceBytes);
    }

    @Override
    public void keepPagesApart(final long address, final long bytes) {
        system.keepPagesApart(address, bytes);
    }

    @Override
    public void touch(final long address, final long bytes) {
        system.touch(address, bytes);
    }

    @Override
    public long nextData(final Path file, final long from) throws IOException {
        return system.nextData(file, from);
    }

    @Override
    public long freeBytes(final Path directory) throws IOException {
        if (looksFail) {
            throw new IOException("Input/output error");
        }
        return room.get();
    }
}
