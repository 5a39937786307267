/*
 * Where everything stands in a row, in a batch and in a window's head: what kernels and Java share, beside signal_table.cuh. A test of
 * gpu-signals holds these values against the constants in Java; the names are the same there. Plain C: constants, offsets in bytes or
 * int32 words, no types.
 */
#ifndef UNDERCURRENT_WINDOW_LAYOUT_H
#define UNDERCURRENT_WINDOW_LAYOUT_H

/* RowColumn: int32 words of a row */
enum {
  BID_DEPTH10 = 0,
  ASK_DEPTH10 = 1,
  BID_BEST_SIZE = 2,
  ASK_BEST_SIZE = 3,
  VALID_MS = 4,
  MID2_CLOSE = 5,
  MID2_SQUARE_SUM = 6,
  SPREAD_TIME = 7,
  BUY_VOLUME = 8,
  SELL_VOLUME = 9,
  UNSIGNED_VOLUME = 10,
  BID_HIT = 11,
  BID_REFILL = 12,
  BID_HIDDEN = 13,
  ASK_HIT = 14,
  ASK_REFILL = 15,
  ASK_HIDDEN = 16,
  BID_CANCELLED10 = 17,
  BID_EXECUTED_DEEP = 18,
  ASK_CANCELLED10 = 19,
  ASK_EXECUTED_DEEP = 20,
  OFI1 = 21,
  OFF_VOLUME = 22,
  BUY_BURSTS = 23,
  SELL_BURSTS = 24,
  SMALL_BUY_BURSTS = 25,
  SMALL_SELL_BURSTS = 26,
  BID_HIT_BURSTS = 27,
  BID_REFILL_BURSTS = 28,
  ASK_HIT_BURSTS = 29,
  ASK_REFILL_BURSTS = 30,
  OFF_BURSTS = 31,
  OFF_MID_BURSTS = 32,
  BID_MATCHED_HITS = 33,
  ASK_MATCHED_HITS = 34,
  BID_AT_ONCE_HITS = 35,
  ASK_AT_ONCE_HITS = 36,
  BID_ANSWER = 37,
  ASK_ANSWER = 38,
  BID_UNSEEN_BURSTS = 39,
  ASK_UNSEEN_BURSTS = 40,
  OFF_RETAIL_BURSTS = 41,
  BOOK_UPDATES = 42,
  LOT = 43,
  CAPABILITIES = 44
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
  ROW_WORDS = 48,
  ROW_NEXT = 45,  /* index of the same instrument's next row in the batch, or -1 */
  ROW_FLAGS = 46,
  ROW_RESTART = 1, /* bit of ROW_FLAGS: the window is emptied before the row */
  SIDES = 2,
  SIGNALS = 5,
  ROW_SCORES = 10 /* float32 of a row in the results: side * SIGNALS + signal */
};
#define ROWS_AT(groupCapacity) (HEADER_WORDS + (GROUP_WORDS * (groupCapacity) + 15) / 16 * 16)

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
