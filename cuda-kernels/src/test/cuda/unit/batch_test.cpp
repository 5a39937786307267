// evaluateBatch gives the same bits and leaves the same windows however rows are put into batches, whatever the grid and the order of
// threads; it tells the batch's sequence when it is done and writes nothing else.
#include "unit.h"
#include "kernel_evaluate_batch.cu"

#include <map>

constexpr int SLOTS = 5;
constexpr int ROW_MS = 1000;
constexpr int SWEEPS = 2300;
constexpr int MOST_SWEEPS = 37;
constexpr int LAST_SWEEPS = 100;
constexpr int CAPACITY = SLOTS * MOST_SWEEPS;
constexpr float UNTOUCHED = -7.0f;

struct SweepRow { int slot; bool restart; int columns[CAPABILITIES + 1]; };
typedef std::vector<SweepRow> Sweep;

static std::vector<Sweep> sweepsOf(std::mt19937& random) {
  std::vector<Sweep> sweeps(SWEEPS);
  int mid2[SLOTS] = {};
  for (int s = 0; s < SWEEPS; s++) {
    for (int slot = 0; slot < SLOTS; slot++) {
      if (random() % 10 == 0) continue;
      SweepRow row = {slot, slot == 4 && random() % 1000 == 0, {}};
      for (int& column : row.columns) column = static_cast<int>(random() % 1000);
      mid2[slot] += static_cast<int>(random() % 7) - 3;
      row.columns[MID2_CLOSE] = 20000 + mid2[slot];
      if (slot == 2 && random() % 50 == 0) row.columns[random() % 2 ? BUY_VOLUME : SELL_VOLUME] = static_cast<int>(random());
      row.columns[VALID_MS] = slot == 3 && random() % 3 == 0 ? 0 : ROW_MS;
      row.columns[LOT] = 100;
      row.columns[CAPABILITIES] = 15;
      sweeps[s].push_back(row);
    }
  }
  return sweeps;
}

struct Outcome {
  std::vector<float> scores;
  std::vector<char> windows;
};

// atOnce: the most sweeps of a batch. forget: how often, in a thousand batches, baselines are said to be missing, as after a copy from the host;
// not at the end, so that every window has its own again.
static Outcome play(const std::vector<Sweep>& sweeps, unsigned seed, int atOnce, int grid, int forget) {
  std::mt19937 random(seed);
  Outcome outcome;
  outcome.windows.resize(static_cast<size_t>(SLOTS) * WINDOW_BYTES);
  std::vector<long long> memory(ROWS_AT(SLOTS) / 2 + CAPACITY * ROW_WORDS / 2);
  int* batch = reinterpret_cast<int*>(memory.data());
  volatile long long done = 0;
  unsigned blocksDone = 0;
  long long sequence = 1LL << 33;
  for (size_t s = 0; s < sweeps.size();) {
    std::vector<float> results((CAPACITY + 1) * ROW_SCORES, UNTOUCHED);
    std::map<int, int> newest;
    int rows = 0, groups = 0;
    const int count = static_cast<int>(random() % (atOnce + 1)); // 0: an empty batch
    for (int k = 0; k < count && s < sweeps.size(); k++, s++) {
      for (const SweepRow& from : sweeps[s]) {
        int* row = batch + ROWS_AT(SLOTS) + rows * ROW_WORDS;
        memset(row, 0, ROW_WORDS * sizeof(int));
        memcpy(row, from.columns, sizeof from.columns);
        row[ROW_NEXT] = -1;
        row[ROW_FLAGS] = from.restart ? ROW_RESTART : 0;
        if (newest.count(from.slot)) {
          batch[ROWS_AT(SLOTS) + newest[from.slot] * ROW_WORDS + ROW_NEXT] = rows;
        } else {
          batch[HEADER_WORDS + groups * GROUP_WORDS + GROUP_SLOT] = from.slot;
          batch[HEADER_WORDS + groups++ * GROUP_WORDS + GROUP_FIRST_ROW] = rows;
        }
        newest[from.slot] = rows++;
      }
    }
    batch[HEADER_ROW_COUNT] = rows;
    batch[HEADER_GROUP_COUNT] = groups;
    memory[HEADER_SEQUENCE / 2] = ++sequence;
    unit::Run<&evaluateBatch>::blocks(grid, THREADS, seed + sequence, outcome.windows.data(), SLOTS, ROW_MS, batch, results.data(), &done, &blocksDone);
    CHECK(done == sequence && blocksDone == 0, "grid %d, seed %u: done %lld, sequence %lld, blocks counted %u", grid, seed, static_cast<long long>(done), sequence, blocksDone);
    for (size_t i = rows * ROW_SCORES; i < results.size(); i++) CHECK(unit::sameBits(results[i], UNTOUCHED), "score %zu behind %d rows", i, rows);
    outcome.scores.insert(outcome.scores.end(), results.begin(), results.begin() + rows * ROW_SCORES);
    if (static_cast<int>(random() % 1000) < forget && s < sweeps.size() - LAST_SWEEPS) {
      for (int slot = 0; slot < SLOTS; slot++) windowOf(outcome.windows.data(), slot).head()->asOf = -1;
    }
  }
  return outcome;
}

int main(int, char** arguments) {
  const unsigned seed = static_cast<unsigned>(atoll(arguments[2]));
  std::mt19937 random(seed);
  const std::vector<Sweep> sweeps = sweepsOf(random);
  const Outcome expected = play(sweeps, 0, 1, 1, 0);
  int available = 0, telling = 0;
  for (const float score : expected.scores) {
    const unsigned bits = stand_in::from_bits<unsigned>(stand_in::to_bits(score));
    CHECK((score >= 0 && score <= 1) || bits == 0x7fc00000u, "%g, bits %08x", score, bits);
    available += score >= 0;
    telling += score > 0 && score < 1;
  }
  CHECK(available > 10000 && telling > 100, "%d scores are available, %d of them between 0 and 1", available, telling);
  const int grids[] = {2, 64};
  for (const int grid : grids) {
    const Outcome actual = play(sweeps, seed + grid, MOST_SWEEPS, grid, 50);
    CHECK(actual.scores.size() == expected.scores.size(), "%zu scores", actual.scores.size());
    for (size_t i = 0; i < actual.scores.size(); i++) {
      CHECK(unit::sameBits(actual.scores[i], expected.scores[i]), "grid %d, seed %u, row %zu, score %zu: %.9g instead of %.9g", grid, seed, i / ROW_SCORES,
            i % ROW_SCORES, actual.scores[i], expected.scores[i]);
    }
    for (int slot = 0; slot < SLOTS; slot++) {
      const size_t at = static_cast<size_t>(slot) * WINDOW_BYTES;
      CHECK(memcmp(&actual.windows[at], &expected.windows[at], WINDOW_BYTES) == 0, "grid %d, seed %u, slot %d: the windows", grid, seed, slot);
    }
  }
}
