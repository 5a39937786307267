// The inside of a block: what the scheduler (fibers.cpp) and the places where threads meet (meetings.cpp) share.
#pragma once

#include "fibers.h"
#include "results.h"

#include <atomic>
#include <deque>
#include <vector>

namespace stand_in {

constexpr unsigned WARP_LANES = 32;

/** Where the lanes of one mask meet. Values lie in two sets in turn, so that a slow lane can still read those of the meeting before. */
struct Meeting {
    unsigned mask = 0;
    unsigned arrived = 0;
    unsigned generation = 0;
    const char *operation = nullptr;
    unsigned votes[2] = {};
    uint64_t values[2][WARP_LANES];
};

struct Warp {
    unsigned number = 0;
    unsigned lanes = 0; // not left yet
    unsigned ready = 0; // can run
    Meeting full;
    std::deque<Meeting> partial;

    Meeting &meeting(unsigned mask) {
        if (mask == ~0u) {
            return full;
        }
        for (Meeting &meeting : partial) {
            if (meeting.mask == mask) {
                return meeting;
            }
        }
        partial.emplace_back().mask = mask;
        return partial.back();
    }
};

struct Block {
    std::vector<Thread> threads;
    std::vector<Warp> warps;
    std::vector<char *> free_stacks;
    std::vector<char *> stacks;
    std::vector<uint64_t> dynamic_shared;
    const Launch *launch = nullptr;
    void *host_stack_pointer = nullptr;
    unsigned ready_warps = 0;
    unsigned live = 0;
    unsigned arrived = 0;
    unsigned generation = 0;
    unsigned waiting_line = 0;
    int votes[2] = {};
    uint64_t random = 0; // 0: threads run in order
    unsigned accesses_left = 0;
    int error = SUCCESS;

    Block() = default;
    Block(const Block &) = delete;
    Block &operator=(const Block &) = delete;
    ~Block();

    char *take_stack();
    uint64_t next_random() { return random = random * 6364136223846793005u + 1442695040888963407u; }
    void ready(Warp &warp, unsigned lanes) {
        warp.ready |= lanes;
        if (warp.ready) {
            ready_warps |= 1u << warp.number;
        }
    }
    void unready(Thread &thread) {
        thread.warp->ready &= ~(1u << thread.lane);
        if (!thread.warp->ready) {
            ready_warps &= ~(1u << thread.warp->number);
        }
    }
    Thread *pick(unsigned first_warp, unsigned first_lane);
    Thread *next_after(const Thread &thread) { return pick(thread.warp->number, thread.lane + 1); }
    void release_barrier();
    void leave(Thread &thread);
    void prepare(const Launch &what, uint64_t number);
};

/** The calling thread's ready bit is off: runs others until one of them sets it, and it is this one's turn. */
void wait_until_ready(Thread &me);
/** With a seed every barrier and shuffle is a place where another thread may come first. */
void maybe_give_way(Thread &me);
/** Whether every block is told to leave. */
bool is_abandoned();

} // namespace stand_in
