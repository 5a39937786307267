// Layer: window. What the signals are made of: the measures of a window's entries, the features, the formulas. Written from SignalTable.java
// and Formula.java by KernelTableTest of gpu-signals, which says how, and fails where this differs.
#pragma once

// Which int64 of an entry is what, and where a window's arrays stand, in bytes.
enum {
  MEASURES = 31,
  MEASURE_VALID_MS = 0,
  MEASURE_FLOW = 1,
  MEASURE_BUCKETS = 31,
  MEASURE_Y = 32,
  MEASURE_YY = 33,
  MEASURE_X = 34,
  MEASURE_XX_HIGH = 35,
  MEASURE_XX_LOW = 36,
  MEASURE_XY = 37,
  ENTRY = 40,
  FINE_ENTRIES = 1024,
  COARSE_ENTRIES = 2054,
  WINDOW_FINE = 0,
  WINDOW_COARSE = 327680,
  WINDOW_MID2 = 984960,
  WINDOW_HEAD = 989056,
  WINDOW_BYTES = 989696,
  FEATURES = 40,
};

enum { FORM_SHARE = 0, FORM_LOG = 1, FORM_BALANCE = 2, FORM_TREND = 3, FORM_IMPACT = 4 };

// Words of a row that make a measure, 6 bits each: 4 that add, one that subtracts.
constexpr int NO_COLUMN = 47;
constexpr unsigned NO_COLUMNS = 0x2fbefbefu;
__constant__ const unsigned MEASURE_COLUMNS[MEASURES] = {
  0x2fbefbc2u, // VALID_MS
  0x07befbc6u, // BUY_VOLUME - SELL_VOLUME
  0x2fbef922u, // BID_MATCHED_HITS + BID_AT_ONCE_HITS
  0x2fbef658u, // BUY_BURSTS + SELL_BURSTS
  0x2fbefbddu, // BID_REFILL_BURSTS
  0x2fbefbdcu, // BID_HIT_BURSTS
  0x2fbefbd9u, // SELL_BURSTS
  0x2fbefbe6u, // BID_UNSEEN_BURSTS
  0x2fbd234cu, // BID_REFILL + BID_HIDDEN + BID_EXECUTED_DEEP
  0x2fbefbd1u, // BID_CANCELLED10
  0x2fbefbc0u, // BID_DEPTH10
  0x2fbefbc1u, // ASK_DEPTH10
  0x2fbefbefu, // nothing
  0x2fbefbdau, // SMALL_BUY_BURSTS
  0x2fbefbd8u, // BUY_BURSTS
  0x2fbefbe0u, // OFF_BURSTS
  0x2fbe0658u, // BUY_BURSTS + SELL_BURSTS + OFF_BURSTS
  0x2fbefbe9u, // BOOK_UPDATES
  0x2fbefbe1u, // OFF_MID_BURSTS
  0x2fbc81c6u, // BUY_VOLUME + SELL_VOLUME + UNSIGNED_VOLUME
  0x2fbefbe2u, // BID_MATCHED_HITS
  0x2fbefbc5u, // SPREAD_TIME
  0x2fbefbc4u, // MID2_SQUARE_SUM
  0x2fbef963u, // ASK_MATCHED_HITS + ASK_AT_ONCE_HITS
  0x2fbefbdfu, // ASK_REFILL_BURSTS
  0x2fbefbdeu, // ASK_HIT_BURSTS
  0x2fbefbe7u, // ASK_UNSEEN_BURSTS
  0x2fbd440fu, // ASK_REFILL + ASK_HIDDEN + ASK_EXECUTED_DEEP
  0x2fbefbd3u, // ASK_CANCELLED10
  0x2fbefbdbu, // SMALL_SELL_BURSTS
  0x2fbefbe3u, // ASK_MATCHED_HITS
};

struct FeatureEntry { int form; int rows; int above; int below; int lotsAbove; int onesAbove; int lotsBelow; int onesBelow; float least; };
__constant__ const FeatureEntry FEATURE[FEATURES] = {
  {FORM_SHARE, 600, 2, 3, 0, 0, 0, 0, 0.8f}, // answered hits
  {FORM_SHARE, 600, 4, 3, 0, 0, 0, 0, 0.8f}, // refills
  {FORM_SHARE, 600, 5, 6, 0, 0, 0, 0, 0.8f}, // sells at the bid
  {FORM_SHARE, 600, 7, 6, 0, 0, 0, 0, 0.8f}, // sells to unseen buyers
  {FORM_LOG, 600, 8, 9, 1, 0, 1, 0, 0.25f}, // swallowed
  {FORM_LOG, 600, 10, 11, 600, 0, 600, 0, 0.1f}, // depth of this side
  {FORM_IMPACT, 600, 12, 12, 0, 0, 0, 0, 0.0f}, // impact
  {FORM_SHARE, 600, 13, 3, 0, 0, 0, 0, 0.8f}, // small buys
  {FORM_SHARE, 600, 13, 14, 0, 0, 0, 0, 0.8f}, // small of the buys
  {FORM_SHARE, 600, 15, 16, 0, 0, 0, 0, 0.8f}, // off-exchange prints
  {FORM_LOG, 600, 17, 0, 0, 1, 0, 1, 0.25f}, // book updates
  {FORM_LOG, 600, 3, 0, 0, 4, 0, 1, 0.25f}, // trades
  {FORM_TREND, 300, 12, 12, 0, 0, 0, 0, 0.0f}, // trend
  {FORM_IMPACT, 300, 12, 12, 0, 0, 0, 0, 0.0f}, // impact
  {FORM_SHARE, 600, 18, 16, 0, 0, 0, 0, 0.8f}, // midpoint prints
  {FORM_SHARE, 300, 18, 16, 0, 0, 0, 0, 0.8f}, // midpoint prints
  {FORM_SHARE, 300, 15, 16, 0, 0, 0, 0, 0.8f}, // off-exchange prints
  {FORM_LOG, 300, 17, 0, 0, 1, 0, 1, 0.25f}, // book updates
  {FORM_BALANCE, 600, 1, 19, 0, 0, 10, 0, 0.0f}, // net volume
  {FORM_TREND, 600, 12, 12, 0, 0, 0, 0, 0.0f}, // trend
  {FORM_LOG, 600, 10, 12, 600, 0, 0, 1, 0.1f}, // depth
  {FORM_LOG, 300, 10, 12, 300, 0, 0, 1, 0.1f}, // depth
  {FORM_SHARE, 600, 4, 5, 0, 0, 0, 0, 0.8f}, // refilled of the hits
  {FORM_SHARE, 600, 20, 5, 0, 0, 0, 0, 0.8f}, // matched of the hits
  {FORM_SHARE, 600, 2, 5, 0, 0, 0, 0, 0.8f}, // answered of the hits
  {FORM_LOG, 300, 21, 0, 0, 1, 0, 1, 0.1f}, // spread
  {FORM_LOG, 600, 22, 3, 0, 1, 0, 4, 0.25f}, // movement per trade
  {FORM_SHARE, 600, 23, 3, 0, 0, 0, 0, 0.8f}, // answered hits
  {FORM_SHARE, 600, 24, 3, 0, 0, 0, 0, 0.8f}, // refills
  {FORM_SHARE, 600, 25, 14, 0, 0, 0, 0, 0.8f}, // sells at the bid
  {FORM_SHARE, 600, 26, 14, 0, 0, 0, 0, 0.8f}, // sells to unseen buyers
  {FORM_LOG, 600, 27, 28, 1, 0, 1, 0, 0.25f}, // swallowed
  {FORM_LOG, 600, 11, 10, 600, 0, 600, 0, 0.1f}, // depth of this side
  {FORM_SHARE, 600, 29, 3, 0, 0, 0, 0, 0.8f}, // small buys
  {FORM_SHARE, 600, 29, 6, 0, 0, 0, 0, 0.8f}, // small of the buys
  {FORM_LOG, 600, 11, 12, 600, 0, 0, 1, 0.1f}, // depth
  {FORM_LOG, 300, 11, 12, 300, 0, 0, 1, 0.1f}, // depth
  {FORM_SHARE, 600, 24, 25, 0, 0, 0, 0, 0.8f}, // refilled of the hits
  {FORM_SHARE, 600, 30, 25, 0, 0, 0, 0, 0.8f}, // matched of the hits
  {FORM_SHARE, 600, 23, 25, 0, 0, 0, 0, 0.8f}, // answered of the hits
};

// Log-odds from which a score begins, and where it is full.
constexpr float LEAST_EVIDENCE = -5.0f;
constexpr float FULL_EVIDENCE = 10.0f;

struct TermEntry { int feature; float weight; };
__constant__ const TermEntry TERM[66] = {
  {0, 0.52f},
  {1, -0.36f},
  {2, -0.39f},
  {3, 0.25f},
  {4, 0.28f},
  {5, 0.2f},
  {6, 0.48f},
  {27, 0.52f},
  {28, -0.36f},
  {29, -0.39f},
  {30, 0.25f},
  {31, 0.28f},
  {32, 0.2f},
  {6, -0.48f},
  {7, 1.02f},
  {8, 0.6f},
  {9, -0.56f},
  {10, -0.91f},
  {11, 0.64f},
  {12, 0.13f},
  {13, 0.65f},
  {33, 1.02f},
  {34, 0.6f},
  {9, -0.56f},
  {10, -0.91f},
  {11, 0.64f},
  {12, -0.13f},
  {13, -0.65f},
  {14, 0.85f},
  {15, 0.64f},
  {16, -0.58f},
  {17, -0.4f},
  {18, -1.99f},
  {19, 0.99f},
  {14, 0.85f},
  {15, 0.64f},
  {16, -0.58f},
  {17, -0.4f},
  {18, 1.99f},
  {19, -0.99f},
  {20, 0.5f},
  {21, 0.57f},
  {4, 0.58f},
  {22, -0.22f},
  {18, -0.79f},
  {6, 0.48f},
  {35, 0.5f},
  {36, 0.57f},
  {31, 0.58f},
  {37, -0.22f},
  {18, 0.79f},
  {6, -0.48f},
  {23, 1.24f},
  {24, -0.42f},
  {22, -0.74f},
  {25, -0.14f},
  {26, -0.18f},
  {10, -0.29f},
  {19, 0.55f},
  {38, 1.24f},
  {39, -0.42f},
  {37, -0.74f},
  {25, -0.14f},
  {26, -0.18f},
  {10, -0.29f},
  {19, -0.55f},
};

// Of each signal. needs: capabilities; firstTerm: of accumulation, of distribution.
struct FormulaEntry { int needs; float intercept; int firstTerm[2]; int terms; };
__constant__ const FormulaEntry FORMULA[5] = {
  {4, -0.8f, {0, 7}, 7}, // ABSORPTION
  {0, -2.79f, {14, 21}, 7}, // CREEP
  {1, -1.52f, {28, 34}, 6}, // DARK_POOL
  {2, -1.87f, {40, 46}, 6}, // SINKHOLE
  {4, -2.17f, {52, 59}, 7}, // CONTRACTION
};

