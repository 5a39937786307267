// append keeps what a list of rows says: sums over any stretch, buckets, coarse rows, clipped buckets; over restarts and both rings' ends.
#include "unit.h"
#include "row_append.cuh"

static void appendOne(char* window, const int* row, int rowMs) {
  __shared__ int staged[ROW_WORDS];
  const int lane = static_cast<int>(threadIdx.x);
  WindowState state = load({window});
  staged[lane] = row[lane];
  if (lane < ROW_WORDS - 32) staged[32 + lane] = row[32 + lane];
  __syncwarp();
  append(state, staged, columnsOf(lane), rowMs, lane);
  store(state, lane);
}

typedef std::vector<int> Row;

// The measures of a row, written down once more and plainly.
static long long measureOf(const Row& r, int measure) {
  const auto sum = [&](std::initializer_list<int> columns) { long long s = 0; for (int c : columns) s += r[c]; return s; };
  switch (measure) {
    case MEASURE_VALID_MS: return r[VALID_MS];
    case MEASURE_LIT_VOLUME: return sum({BUY_VOLUME, SELL_VOLUME, UNSIGNED_VOLUME});
    case MEASURE_TAPE_VOLUME: return sum({BUY_VOLUME, SELL_VOLUME, UNSIGNED_VOLUME, OFF_VOLUME});
    case MEASURE_OFF_MID: return r[OFF_MID];
    case MEASURE_SPREAD_TIME: return r[SPREAD_TIME];
    case MEASURE_SQUARE_SUM: return r[MID2_SQUARE_SUM];
    case MEASURE_UPDATES: return r[BOOK_UPDATES];
    case MEASURE_OWN_REFILLED: return sum({BID_REFILL, BID_HIDDEN});
    case MEASURE_OWN_REFILLED + 1: return sum({ASK_REFILL, ASK_HIDDEN});
    case MEASURE_OWN_SMALL: return r[SMALL_BUY_VOLUME];
    case MEASURE_OWN_SMALL + 1: return r[SMALL_SELL_VOLUME];
    case MEASURE_OWN_DEPTH: return r[BID_DEPTH10];
    case MEASURE_OWN_DEPTH + 1: return r[ASK_DEPTH10];
    case MEASURE_OWN_SWALLOWED: return sum({BID_REFILL, BID_HIDDEN, BID_EXECUTED_DEEP});
    case MEASURE_OWN_SWALLOWED + 1: return sum({ASK_REFILL, ASK_HIDDEN, ASK_EXECUTED_DEEP});
    case MEASURE_OWN_CANCELLED: return r[BID_CANCELLED10];
    case MEASURE_OWN_CANCELLED + 1: return r[ASK_CANCELLED10];
    case MEASURE_OWN_HIT: return r[BID_HIT];
    case MEASURE_OWN_HIT + 1: return r[ASK_HIT];
    case MEASURE_FLOW: return static_cast<long long>(r[BUY_VOLUME]) - r[SELL_VOLUME];
    case MEASURE_ORDER_FLOW: return r[OFI1];
    default: return 0;
  }
}

static long long sumOver(const std::vector<Row>& rows, size_t from, size_t to, int measure) {
  long long sum = 0;
  for (size_t i = from; i < to; i++) sum += measureOf(rows[i], measure);
  return sum;
}

static long long within(long long v, long long bound) { return v < -bound ? -bound : v > bound ? bound : v; }

struct Bucket { long long valid, flow, orderFlow, change; };

// The bucket of the ten rows before `end`.
static Bucket bucketOf(const std::vector<Row>& rows, size_t end, int rowMs) {
  if (2 * sumOver(rows, end - 10, end, MEASURE_VALID_MS) < 10LL * rowMs) return {0, 0, 0, 0};
  const int before = end > 10 ? rows[end - 11][MID2_CLOSE] : 0;
  const int after = rows[end - 1][MID2_CLOSE];
  return {1, within(sumOver(rows, end - 10, end, MEASURE_FLOW), 1 << 27), within(sumOver(rows, end - 10, end, MEASURE_ORDER_FLOW), 1 << 27),
          before == 0 || after == 0 ? 0 : within(static_cast<long long>(after) - before, 1 << 20)};
}

static bool clips(const Bucket& b) { return std::abs(b.flow) == 1 << 27 || std::abs(b.orderFlow) == 1 << 27 || std::abs(b.change) == 1 << 20; }

static long long coarseOf(const std::vector<Row>& rows, const Bucket& b, size_t end, int measure) {
  const long long x = measure < MEASURE_ORDER_FLOW_SUMS ? b.flow : b.orderFlow;
  switch (measure) {
    case MEASURE_OWN_DEPTH: return rows[end - 1][BID_DEPTH10];
    case MEASURE_OWN_DEPTH + 1: return rows[end - 1][ASK_DEPTH10];
    case MEASURE_BUCKETS: return b.valid;
    case MEASURE_YY: return b.change * b.change;
    case MEASURE_FLOW_SUMS: case MEASURE_ORDER_FLOW_SUMS: return x * x / (1LL << 32);
    case MEASURE_FLOW_SUMS + 1: case MEASURE_ORDER_FLOW_SUMS + 1: return x * x % (1LL << 32);
    case MEASURE_FLOW_SUMS + 2: case MEASURE_ORDER_FLOW_SUMS + 2: return x * b.change;
    default: return measure < MEASURE_SHARED ? sumOver(rows, end - 10, end, measure) : 0;
  }
}

static void check(const Window& window, const std::vector<Row>& rows, int rowMs, long long clipped, size_t stretch, const char* where) {
  const size_t n = rows.size();
  const WindowHead* head = window.head();
  CHECK(head->rows == static_cast<long long>(n) && head->capabilities == rows.back()[CAPABILITIES], "%s", where);
  CHECK(head->lot == (n < 10 ? 0 : rows[n / 10 * 10 - 1][LOT]) && head->clippedBuckets == clipped, "%s", where);
  CHECK(window.mid2Ago(head->rows, 0) == rows.back()[MID2_CLOSE], "%s", where);
  if (stretch > n) stretch = n;
  for (int m = 0; m < MEASURE_FINE; m++) {
    CHECK(window.fineSum(head->rows, m, static_cast<int>(stretch)) == sumOver(rows, n - stretch, n, m), "%s, measure %d, %zu rows", where, m, stretch);
  }
  if (n < 10) return;
  const Bucket expected = bucketOf(rows, n, rowMs);
  const int* bucket = window.bucket(head->rows - 1);
  CHECK(bucket[0] == expected.valid && bucket[1] == expected.flow && bucket[2] == expected.orderFlow && bucket[3] == expected.change,
        "%s: bucket %d %d %d %d", where, bucket[0], bucket[1], bucket[2], bucket[3]);
  if (n % 10 != 0) return;
  const int at = static_cast<int>(n / 10 % COARSE_ENTRIES);
  for (int m = 0; m < MEASURE_COARSE; m++) {
    const long long value = window.coarse(at)[m] - window.coarse(coarseBefore(at, 1))[m];
    CHECK(value == coarseOf(rows, expected, n, m), "%s, coarse measure %d: %lld", where, m, value);
  }
}

int main(int, char** arguments) {
  const unsigned seed = static_cast<unsigned>(atoll(arguments[2]));
  const int rowMs = 1000;
  std::mt19937 random(seed);
  std::vector<char> memory(WINDOW_BYTES);
  const Window window = {memory.data()};
  std::vector<Row> rows;
  long long clipped = 0;
  const size_t restarts[] = {7, 300, 10, 1, 21500};
  for (const size_t length : restarts) {
    rows.clear();
    const int reach = 1 << (random() % 22);
    for (size_t i = 0; i < length; i++) {
      Row row(ROW_WORDS);
      for (int c = 0; c <= CAPABILITIES; c++) row[c] = random() % 64 == 0 ? static_cast<int>(random()) : static_cast<int>(random() % (2u * reach)) - reach;
      row[VALID_MS] = random() % 3 == 0 ? 0 : static_cast<int>(random() % 2000);
      if (random() % 9 == 0) row[MID2_CLOSE] = 0;
      row[ROW_FLAGS] = i == 0 ? ROW_RESTART : 0;
      rows.push_back(row);
      unit::Run<&appendOne>::blocks(1, 32, seed + i, memory.data(), row.data(), rowMs);
      if (rows.size() % 10 == 0 && clips(bucketOf(rows, rows.size(), rowMs))) clipped++;
      char where[64];
      snprintf(where, sizeof where, "seed %u, row %zu of %zu", seed, i, length);
      check(window, rows, rowMs, clipped, 1 + random() % 600, where);
    }
  }
  CHECK(clipped > 0, "no bucket was clipped");
}
