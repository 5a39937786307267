// The one kernel: appends a batch's rows to their instruments' windows and evaluates both sides after each row.
//
// A block takes every gridDim-th group (instrument) of the batch. Its first warp goes through the group's rows; when a baseline is missing or
// a coarse row has closed it calls the block's other warps, which wait at a barrier for that. The last block to end writes the batch's
// sequence to `done`, after all results. Any grid, and any number of rows per group, gives the same bits.
//
// Launches that share windows or blocksDone must follow each other on one stream.
#include "bid_absorption.cuh"
#include "dark_pool.cuh"
#include "liquidity_sinkhole.cuh"
#include "price_creep.cuh"
#include "robust_baseline.cuh"
#include "row_append.cuh"
#include "volatility_contraction.cuh"

// One group's row on its way: read from the host's memory while the row before is evaluated, two words a lane.
struct IncomingRow { int index; int low; int high; };

__device__ __forceinline__ IncomingRow fetch(const int* rows, int index, int lane) {
  const int* row = rows + static_cast<size_t>(index) * ROW_WORDS;
  return {index, row[lane], lane < ROW_WORDS - 32 ? row[32 + lane] : 0};
}

// Where the block's first warp stands in the batch.
struct Cursor {
  int group;
  IncomingRow incoming;
  int row;       // index of the row in work
  int next;      // index of the group's next row, or -1
  bool appended; // the row in work waits for its baseline
  WindowState state;
};

struct Shared {
  int refresh;
  int row[ROW_WORDS];
  BaselineRequest request;
  Measured measured;
  PointValues values;
};

__device__ __forceinline__ float score(const WindowState& state, const Moment& now, const Measured& measured, int signal, int side, int rowMs) {
  const int which = signal == SIGNAL_ABSORPTION ? IMPACT_FLOW : signal == SIGNAL_DARK_POOL ? IMPACT_ORDER_FLOW : IMPACT_FLOW_LONG;
  const float t = residualNow(state.window, now, measured, which, rowMs);
  switch (signal) {
    case SIGNAL_ABSORPTION: return bidAbsorption(state.window, now, measured, t, side);
    case SIGNAL_CREEP: return priceCreep(now, measured, side);
    case SIGNAL_DARK_POOL: return darkPool(now, measured, t, side);
    case SIGNAL_SINKHOLE: return liquiditySinkhole(now, measured, t, side);
    default: return volatilityContraction(state.window, now, measured, side);
  }
}

__device__ __forceinline__ void stage(Shared& shared, const IncomingRow& incoming, int lane) {
  __syncwarp();
  shared.row[lane] = incoming.low;
  if (lane < ROW_WORDS - 32) shared.row[32 + lane] = lane == ROW_ZERO - 32 ? 0 : incoming.high;
  __syncwarp();
}

__device__ __forceinline__ void request(Shared& shared, const WindowState& state, int lane) {
  if (lane == 0) {
    const long long coarseRows = state.rows / BUCKET;
    shared.request.window = state.window;
    shared.request.coarseRows = coarseRows;
    shared.request.lot = state.lot > 1 ? state.lot : 1;
    shared.request.held = static_cast<int>(coarseRows < COARSE_ROWS ? coarseRows : COARSE_ROWS);
    shared.request.newest = static_cast<int>(coarseRows % COARSE_ENTRIES);
  }
}

// Goes on until the row in work needs a new baseline (true) or the block's groups have ended (false). A warp works.
__device__ __forceinline__ bool advance(Cursor& cursor, Shared& shared, void* windows, const int* batch, const int* rows, int groups, unsigned measureColumns, int rowMs, float* results, int lane) {
  while (cursor.group < groups) {
    if (!cursor.appended) {
      stage(shared, cursor.incoming, lane);
      cursor.row = cursor.incoming.index;
      cursor.next = shared.row[ROW_NEXT];
      append(cursor.state, shared.row, measureColumns, rowMs, lane);
      if (cursor.state.asOf != cursor.state.rows / BUCKET) {
        cursor.appended = true;
        cursor.state.asOf = cursor.state.rows / BUCKET;
        request(shared, cursor.state, lane);
        return true;
      }
    }
    cursor.appended = false;
    const int* nextGroup = batch + HEADER_WORDS + GROUP_WORDS * static_cast<size_t>(cursor.group + gridDim.x);
    const bool more = cursor.next >= 0;
    const bool another = cursor.group + static_cast<int>(gridDim.x) < groups;
    if (more || another) cursor.incoming = fetch(rows, more ? cursor.next : nextGroup[GROUP_FIRST_ROW], lane);
    const Moment now = momentOf(cursor.state, rowMs);
    measure(cursor.state.window, now, lane, shared.measured);
    if (lane < ROW_SCORES) {
      results[static_cast<size_t>(cursor.row) * ROW_SCORES + lane] = score(cursor.state, now, shared.measured, lane % SIGNALS, lane / SIGNALS, rowMs);
    }
    if (!more) {
      store(cursor.state, lane);
      cursor.group += gridDim.x;
      if (another) cursor.state = load(windowOf(windows, nextGroup[GROUP_SLOT]));
    }
  }
  return false;
}

// windows: WINDOW_BYTES for each slot, zeros at first. batch, results, done: mapped host memory. blocksDone: device memory, 0 at first.
extern "C" __global__ void __launch_bounds__(THREADS, BLOCKS_PER_PROCESSOR) evaluateBatch(void* windows, int groupCapacity, int rowMs, const int* batch, float* results, volatile long long* done, unsigned int* blocksDone) {
  __shared__ Shared shared;
  const int lane = static_cast<int>(threadIdx.x) & 31;
  const bool leads = threadIdx.x < 32;
  const int groups = batch[HEADER_GROUP_COUNT];
  const unsigned workers = groups < 1 ? 1 : min(static_cast<unsigned>(groups), static_cast<unsigned>(gridDim.x));
  if (blockIdx.x >= workers) return;
  const int* rows = batch + ROWS_AT(static_cast<size_t>(groupCapacity));
  const unsigned measureColumns = columnsOf(lane);
  Cursor cursor = {};
  cursor.group = static_cast<int>(blockIdx.x);
  if (leads && cursor.group < groups) {
    const int* group = batch + HEADER_WORDS + GROUP_WORDS * cursor.group;
    cursor.incoming = fetch(rows, group[GROUP_FIRST_ROW], lane);
    cursor.state = load(windowOf(windows, group[GROUP_SLOT]));
  }
  for (;;) {
    if (leads) {
      const bool refresh = advance(cursor, shared, windows, batch, rows, groups, measureColumns, rowMs, results, lane);
      if (lane == 0) shared.refresh = refresh;
    }
    __syncthreads();
    if (!shared.refresh) break;
    refreshBaseline(shared.request, rowMs, shared.values);
  }
  if (leads) {
    __threadfence_system(); // this lane's results before the count
    __syncwarp();
    if (lane == 0 && atomicAdd(blocksDone, 1u) == workers - 1) {
      *blocksDone = 0;
      __threadfence_system(); // the other blocks' results before the word
      *done = *reinterpret_cast<const long long*>(batch + HEADER_SEQUENCE);
    }
  }
}
