package io.undercurrent.bench.campaign;

/** One kind of attack on the journal. Rounds do not depend on each other, though they may share a process or prepared files. One thread. */
interface Campaign extends AutoCloseable {
    void round(Round round) throws Exception;

    /** Idempotent. */
    @Override
    void close();
}
