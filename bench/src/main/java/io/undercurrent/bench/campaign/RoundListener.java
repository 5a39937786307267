package io.undercurrent.bench.campaign;

/** Learns of a campaign's rounds as they go. */
interface RoundListener {
    void begin(int number);

    /** The round's folder is still there only if its files are kept. */
    void end(int number, Round round);
}
