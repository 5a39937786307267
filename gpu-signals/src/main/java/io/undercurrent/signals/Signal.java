package io.undercurrent.signals;

/** The five signals; each has an accumulation and a distribution side. */
public enum Signal {
    ABSORPTION, CREEP, DARK_POOL, SINKHOLE, CONTRACTION;

    public static final int COUNT = values().length;
}
