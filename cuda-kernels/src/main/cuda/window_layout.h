/*
 * Where everything stands in device memory and in a batch: the one place that kernels and Java share. A test of gpu-signals holds these
 * values against the constants in Java; the names are the same there. Plain C: constants, offsets in bytes or int32 words, no types.
 */
#ifndef UNDERCURRENT_WINDOW_LAYOUT_H
#define UNDERCURRENT_WINDOW_LAYOUT_H

/* RowColumn: int32 words of a row */
enum {
  BID_DEPTH10 = 0,
  ASK_DEPTH10 = 1,
  VALID_MS = 2,
  MID2_CLOSE = 3,
  MID2_PATH = 4,
  MID2_SQUARE_SUM = 5,
  SPREAD_TIME = 6,
  BUY_VOLUME = 7,
  SELL_VOLUME = 8,
  UNSIGNED_VOLUME = 9,
  BUY_TRADES = 10,
  SELL_TRADES = 11,
  SMALL_BUY_VOLUME = 12,
  SMALL_SELL_VOLUME = 13,
  BID_HIT = 14,
  BID_REFILL = 15,
  BID_HIDDEN = 16,
  BID_FAIL = 17,
  ASK_HIT = 18,
  ASK_REFILL = 19,
  ASK_HIDDEN = 20,
  ASK_FAIL = 21,
  BID_CANCELLED10 = 22,
  BID_EXECUTED_DEEP = 23,
  ASK_CANCELLED10 = 24,
  ASK_EXECUTED_DEEP = 25,
  OFI1 = 26,
  OFF_VOLUME = 27,
  OFF_MID = 28,
  OFF_BLOCK = 29,
  OFF_BUY_VOLUME = 30,
  OFF_SELL_VOLUME = 31,
  BOOK_UPDATES = 32,
  LOT = 33,
  CAPABILITIES = 34
};

/* Bits of CAPABILITIES */
enum {
  HAS_OFF_EXCHANGE = 1,
  HAS_DEPTH = 2,
  HAS_OWN_VENUE_TRADES = 4,
  HAS_EXECUTIONS = 8
};

/* Batch, int32 words: header, groups, rows. Rows begin at ROWS_AT(groupCapacity), a multiple of 64 bytes. */
enum {
  HEADER_WORDS = 16,
  HEADER_ROW_COUNT = 0,
  HEADER_GROUP_COUNT = 1,
  HEADER_SEQUENCE = 2, /* int64, as the two words are 8-byte aligned */
  GROUP_WORDS = 2,
  GROUP_SLOT = 0,
  GROUP_FIRST_ROW = 1,
  ROW_WORDS = 40,
  ROW_NEXT = 35,  /* index of the same instrument's next row in the batch, or -1 */
  ROW_FLAGS = 36,
  ROW_RESTART = 1, /* bit of ROW_FLAGS: the window is emptied before the row */
  SIDES = 2,
  SIGNALS = 5,
  SIGNAL_ABSORPTION = 0,
  SIGNAL_CREEP = 1,
  SIGNAL_DARK_POOL = 2,
  SIGNAL_SINKHOLE = 3,
  SIGNAL_CONTRACTION = 4,
  ROW_SCORES = 10 /* float32 of a row in the results: side * SIGNALS + signal */
};
#define ROWS_AT(groupCapacity) (HEADER_WORDS + (GROUP_WORDS * (groupCapacity) + 15) / 16 * 16)

/* CpuMeasure: int64 of an entry. What one horizon's baseline reads is in few 32-byte sectors: 0 long; 0, 1 short; 0, 2, 3, 4 main. */
enum {
  MEASURE_VALID_MS = 0,
  MEASURE_LIT_VOLUME = 1,
  MEASURE_TAPE_VOLUME = 2,
  MEASURE_OFF_MID = 3,
  MEASURE_SPREAD_TIME = 4,
  MEASURE_SQUARE_SUM = 5,
  MEASURE_UPDATES = 6, /* 7 is free, always 0 */
  MEASURE_OWN_REFILLED = 8,
  MEASURE_OWN_SMALL = 10,
  MEASURE_OWN_DEPTH = 12,
  MEASURE_OWN_SWALLOWED = 14,
  MEASURE_OWN_CANCELLED = 16,
  MEASURE_SHARED = 18,
  MEASURE_OWN_HIT = 18,
  MEASURE_FLOW = 20,
  MEASURE_ORDER_FLOW = 21,
  MEASURE_FINE = 24, /* 22 and 23 are free */
  MEASURE_BUCKETS = 18,
  MEASURE_YY = 19,
  MEASURE_FLOW_SUMS = 20,
  MEASURE_ORDER_FLOW_SUMS = 23,
  MEASURE_COARSE = 28 /* 26 and 27 are free */
};

/* Window of a slot, in bytes: the arrays of CpuWindow, then the head. window_sums.cuh asserts that they follow each other. */
enum {
  FINE_ENTRIES = 1024,
  COARSE_ENTRIES = 2049,
  WINDOW_FINE = 0,
  WINDOW_COARSE = 196608,
  WINDOW_MID2 = 655584,
  WINDOW_BUCKETS = 659680,
  WINDOW_HEAD = 676064,
  WINDOW_BYTES = 676352
};

/* Head, in bytes from WINDOW_HEAD. A window of zeros is an empty one; a host that copies a window sets HEAD_AS_OF to -1. */
enum {
  HEAD_ROWS = 0,          /* int64, since the restart */
  HEAD_CAPABILITIES = 8,  /* int32 */
  HEAD_LOT = 12,          /* int32 */
  HEAD_CLIPPED = 16,      /* int64 */
  HEAD_AS_OF = 24,        /* int64: coarse rows that the baseline knows; -1: there is none; what follows is the device's own */
  HEAD_BASELINE = 32
};

#endif
