// The one kernel: appends a batch's rows to their instruments' windows and evaluates both sides after each row.
//
// A block takes every gridDim-th group (instrument) of the batch. Its first warp goes through the group's rows; when a baseline is missing or
// due it calls the block's other warps, which wait at a barrier for that. The last block to end writes the batch's
// sequence to `done`, after all results. Any grid, and any number of rows per group, gives the same bits.
//
// Launches that share windows or blocksDone must follow each other on one stream.
#include "moment.cuh"
#include "robust_baseline.cuh"
#include "row_append.cuh"

// What a launch works on.
struct Launch {
  void* windows;
  const int* batch;
  const int* rows;
  float* results;
  int groups;
  int rowMs;
};

// Where the block's first warp stands in the batch; the same in every lane. It rests in shared memory while the whole block works.
struct Cursor {
  int group;
  int row;  // index of the row in work
  int next; // index of the group's next row, or -1
  WindowState state;
};

// A row on its way from the host's memory, two words a lane.
struct IncomingRow { int low; int high; };

struct Shared {
  int refresh;
  Cursor cursor;
  int row[ROW_WORDS];
  BaselineRequest request;
  Measured measured;
};

__device__ __forceinline__ const int* groupAt(const Launch& launch, int group) { return launch.batch + HEADER_WORDS + GROUP_WORDS * static_cast<size_t>(group); }

__device__ __forceinline__ IncomingRow fetch(const Launch& launch, int index, int lane) {
  const int* row = launch.rows + static_cast<size_t>(index) * ROW_WORDS;
  return {row[lane], lane < ROW_WORDS - 32 ? row[32 + lane] : 0};
}

__device__ __forceinline__ void stage(const IncomingRow& incoming, int lane, int (&row)[ROW_WORDS]) {
  __syncwarp();
  row[lane] = incoming.low;
  if (lane < ROW_WORDS - 32) row[32 + lane] = lane == ROW_ZERO - 32 ? 0 : incoming.high;
  __syncwarp();
}

// Evaluates the row in work. A warp works, its first ten lanes give a score each.
__device__ __forceinline__ void evaluate(const Launch& launch, const Cursor& cursor, int lane, Measured& measured) {
  measure(cursor.state, launch.rowMs, lane, measured);
  const float result = score(cursor.state, launch.rowMs, measured, lane);
  if (lane < ROW_SCORES) launch.results[static_cast<size_t>(cursor.row) * ROW_SCORES + lane] = result;
}

// Asks the block for the baseline of the row in work.
__device__ __forceinline__ void rest(const Cursor& cursor, int lane, Shared& shared) {
  if (lane == 0) {
    shared.cursor = cursor;
    shared.request = requestFor(cursor.state);
  }
}

// Goes on until the row in work needs a baseline (true) or the block's groups have ended (false). A warp works.
__device__ __forceinline__ bool advance(const Launch& launch, bool resumes, const LaneColumns& columns, int lane, Shared& shared) {
  Cursor cursor;
  IncomingRow incoming = {};
  if (resumes) {
    cursor = shared.cursor;
  } else {
    cursor.group = static_cast<int>(blockIdx.x);
    if (cursor.group >= launch.groups) return false;
    cursor.next = groupAt(launch, cursor.group)[GROUP_FIRST_ROW];
    incoming = fetch(launch, cursor.next, lane);
    cursor.state = load(windowOf(launch.windows, groupAt(launch, cursor.group)[GROUP_SLOT]));
  }
  for (;;) {
    if (!resumes) {
      stage(incoming, lane, shared.row);
      cursor.row = cursor.next;
      cursor.next = shared.row[ROW_NEXT];
      append(cursor.state, shared.row, columns, launch.rowMs, lane);
      if (cursor.state.asOf != baselineRows(cursor.state)) {
        cursor.state.asOf = baselineRows(cursor.state);
        rest(cursor, lane, shared);
        return true;
      }
    }
    resumes = false;
    const int nextGroup = cursor.group + static_cast<int>(gridDim.x);
    const bool groupEnds = cursor.next < 0;
    if (groupEnds && nextGroup < launch.groups) cursor.next = groupAt(launch, nextGroup)[GROUP_FIRST_ROW];
    if (cursor.next >= 0) incoming = fetch(launch, cursor.next, lane); // arrives while this row is evaluated
    evaluate(launch, cursor, lane, shared.measured);
    if (groupEnds) {
      store(cursor.state, lane);
      if (nextGroup >= launch.groups) return false;
      cursor.group = nextGroup;
      cursor.state = load(windowOf(launch.windows, groupAt(launch, nextGroup)[GROUP_SLOT]));
    }
  }
}

// windows: WINDOW_BYTES for each slot, zeros at first. batch, results, done: mapped host memory. blocksDone: device memory, 0 at first.
extern "C" __global__ void __launch_bounds__(THREADS, BLOCKS_PER_PROCESSOR) evaluateBatch(void* windows, int groupCapacity, int rowMs, const int* batch, float* results, volatile long long* done, unsigned int* blocksDone) {
  __shared__ Shared shared;
  const int lane = static_cast<int>(threadIdx.x) & 31;
  const bool leads = threadIdx.x < 32;
  const Launch launch = {windows, batch, batch + ROWS_AT(static_cast<size_t>(groupCapacity)), results, batch[HEADER_GROUP_COUNT], rowMs};
  const unsigned blocks = max(1u, min(static_cast<unsigned>(launch.groups), static_cast<unsigned>(gridDim.x)));
  if (blockIdx.x >= blocks) return;
  const LaneColumns columns = columnsOf(lane);
  for (bool resumes = false;; resumes = true) {
    if (leads) {
      const bool refresh = advance(launch, resumes, columns, lane, shared);
      if (lane == 0) shared.refresh = refresh;
    }
    __syncthreads();
    if (!shared.refresh) break;
    refreshBaseline(shared.request, rowMs);
  }
  if (leads) {
    __syncwarp();
    if (lane != 0) return;
    __threadfence_system(); // the warp's results before the count
    if (atomicAdd(blocksDone, 1u) == blocks - 1) {
      *blocksDone = 0;
      __threadfence_system(); // all blocks' results before the word
      *done = *reinterpret_cast<const long long*>(batch + HEADER_SEQUENCE);
    }
  }
}
