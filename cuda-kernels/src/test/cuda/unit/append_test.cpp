// append keeps what a list of rows says: sums over any stretch, also of buckets and in coarse rows, the lot, clipped buckets; over restarts and
// both rings' ends.
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

// A measure of a row, as the table says.
static long long measureOf(const Row& r, int measure) {
  const unsigned columns = MEASURE_COLUMNS[measure];
  long long sum = 0;
  for (int c = 0; c < 5; c++) {
    const int column = static_cast<int>(columns / (1u << 6 * c) % 64);
    if (column != NO_COLUMN) sum += c < 4 ? static_cast<long long>(r[column]) : -static_cast<long long>(r[column]);
  }
  return sum;
}

static long long sumOver(const std::vector<Row>& rows, size_t from, size_t to, int measure) {
  long long sum = 0;
  for (size_t i = from; i < to; i++) sum += measureOf(rows[i], measure);
  return sum;
}

static long long within(long long v, long long bound) { return v < -bound ? -bound : v > bound ? bound : v; }

struct Bucket { long long valid, flow, change; };

// The bucket of the ten rows before `end`.
static Bucket bucketOf(const std::vector<Row>& rows, size_t end, int rowMs) {
  if (2 * sumOver(rows, end - 10, end, MEASURE_VALID_MS) < 10LL * rowMs) return {0, 0, 0};
  const int before = end > 10 ? rows[end - 11][MID2_CLOSE] : 0;
  const int after = rows[end - 1][MID2_CLOSE];
  return {1, within(sumOver(rows, end - 10, end, MEASURE_FLOW), 1 << 27),
          before == 0 || after == 0 ? 0 : within(static_cast<long long>(after) - before, 1 << 20)};
}

static bool clips(const Bucket& b) { return std::abs(b.flow) == 1 << 27 || std::abs(b.change) == 1 << 20; }

static long long ofBucket(const Bucket& b, int measure) {
  switch (measure) {
    case MEASURE_BUCKETS: return b.valid;
    case MEASURE_Y: return b.change;
    case MEASURE_YY: return b.change * b.change;
    case MEASURE_X: return b.flow;
    case MEASURE_XX_HIGH: return b.flow * b.flow / (1LL << 32);
    case MEASURE_XX_LOW: return b.flow * b.flow % (1LL << 32);
    case MEASURE_XY: return b.flow * b.change;
    default: return 0;
  }
}

// A measure over the newest `count` rows; of buckets, over those that end at the newest row and every ten rows before it.
static long long expectedSum(const std::vector<Row>& rows, size_t count, int measure, int rowMs) {
  const size_t n = rows.size();
  if (measure < MEASURES) return sumOver(rows, n - count, n, measure);
  long long sum = 0;
  for (size_t end = n; end > n - count; end -= 10) sum += ofBucket(bucketOf(rows, end, rowMs), measure);
  return sum;
}

static void check(const Window& window, const std::vector<Row>& rows, int rowMs, long long clipped, size_t stretch, const char* where) {
  const size_t n = rows.size();
  const WindowHead* head = window.head();
  CHECK(head->rows == static_cast<long long>(n) && head->capabilities == rows.back()[CAPABILITIES], "%s", where);
  CHECK(head->lot == (n < 60 ? 0 : rows[n / 60 * 60 - 1][LOT]) && head->clippedBuckets == clipped, "%s: lot %d, clipped %lld", where, head->lot, head->clippedBuckets);
  CHECK(window.mid2Ago(head->rows, 0) == rows.back()[MID2_CLOSE], "%s", where);
  if (stretch > n) stretch = n;
  for (int m = 0; m < MEASURES; m++) {
    CHECK(window.fineSum(head->rows, m, static_cast<int>(stretch)) == expectedSum(rows, stretch, m, rowMs), "%s, measure %d, %zu rows", where, m, stretch);
  }
  const size_t whole = stretch / 10 * 10;
  for (int m = MEASURE_BUCKETS; m <= MEASURE_XY; m++) {
    CHECK(window.fineSum(head->rows, m, static_cast<int>(whole)) == expectedSum(rows, whole, m, rowMs), "%s, measure %d, %zu rows", where, m, whole);
  }
  if (n % 10 != 0) return;
  const int at = static_cast<int>(n / 10 % COARSE_ENTRIES);
  for (int m = 0; m <= MEASURE_XY; m++) {
    const long long value = window.coarse(at)[m] - window.coarse(coarseBefore(at, static_cast<int>(whole / 10)))[m];
    CHECK(value == expectedSum(rows, whole, m, rowMs), "%s, measure %d of %zu coarse rows: %lld", where, m, whole / 10, value);
  }
  if (n / 10 >= COARSE_ENTRIES) { // as many as the ring holds
    const size_t most = 10 * (COARSE_ENTRIES - 1);
    for (int m = 0; n % 500 == 0 && m <= MEASURE_XY; m++) {
      CHECK(window.coarse(at)[m] - window.coarse(coarseBefore(at, COARSE_ENTRIES - 1))[m] == expectedSum(rows, most, m, rowMs), "%s, measure %d of all coarse rows", where, m);
    }
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
