// Where threads of a block meet: barriers, shuffles, votes, reductions.
#include "block.h"

#include <cstdio>

namespace stand_in {

namespace {

/** Returns the set of values of this meeting, once every lane of the mask that still runs has come. */
unsigned meet(Thread &me, Meeting &meeting, const char *operation) {
    const unsigned set = meeting.generation & 1;
    Warp &warp = *me.warp;
    const unsigned bit = 1u << me.lane;
    if (!(meeting.mask & bit)) {
        fprintf(stderr, "stand-in driver: lane %u is not in the mask %08x of its %s\n", me.lane, meeting.mask, operation);
        end_block(LAUNCH_FAILED);
    }
    if (meeting.arrived == 0) {
        meeting.operation = operation;
    } else if (meeting.operation != operation) {
        fprintf(stderr, "stand-in driver: lanes of one mask meet at a %s and a %s\n", meeting.operation, operation);
        end_block(LAUNCH_FAILED);
    }
    meeting.arrived |= bit;
    const unsigned wanted = meeting.mask & warp.lanes;
    if ((meeting.arrived & wanted) == wanted) {
        meeting.arrived = 0;
        meeting.generation++;
        me.block->ready(warp, wanted);
        maybe_give_way(me);
    } else {
        me.block->unready(me);
        wait_until_ready(me);
    }
    return set;
}

Meeting &meeting_of(const Thread &me, unsigned mask) {
    return me.warp->meeting(mask);
}

constexpr const char *SHUFFLE = "shuffle";
constexpr const char *VOTE = "vote";
constexpr const char *REDUCTION = "reduction";
constexpr const char *SYNC = "__syncwarp";

} // namespace

void Block::release_barrier() {
    arrived = 0;
    generation++;
    for (Warp &warp : warps) {
        ready(warp, warp.lanes);
    }
}

/** A thread that returns must not keep those waiting that wait for it. */
void Block::leave(Thread &thread) {
    Warp &warp = *thread.warp;
    unready(thread);
    warp.lanes &= ~(1u << thread.lane);
    live--;
    const auto release = [&](Meeting &meeting) {
        const unsigned wanted = meeting.mask & warp.lanes;
        if (meeting.arrived && (meeting.arrived & wanted) == wanted) {
            meeting.arrived = 0;
            meeting.generation++;
            ready(warp, wanted);
        }
    };
    release(warp.full);
    for (Meeting &meeting : warp.partial) {
        release(meeting);
    }
    if (live && arrived >= live) {
        release_barrier();
    }
}

void barrier(int line) {
    Thread &me = *current;
    Block &block = *me.block;
    if (block.arrived == 0) {
        block.waiting_line = unsigned(line);
    } else if (block.waiting_line != unsigned(line)) {
        fprintf(stderr, "stand-in driver: threads of one block meet at the barriers of lines %u and %d\n", block.waiting_line, line);
        end_block(LAUNCH_FAILED);
    }
    if (is_abandoned()) {
        end_block(LAUNCH_FAILED);
    }
    if (++block.arrived >= block.live) {
        block.release_barrier();
        maybe_give_way(me);
    } else {
        block.unready(me);
        wait_until_ready(me);
    }
}

int barrier_vote(int line, int predicate, Vote vote) {
    Block &block = *current->block;
    const unsigned set = block.generation & 1;
    const unsigned voters = block.live;
    if (block.arrived == 0) {
        block.votes[set] = 0;
    }
    block.votes[set] += predicate != 0;
    barrier(line);
    const int votes = block.votes[set];
    return vote == Vote::COUNT ? votes : unsigned(votes) == voters;
}

void warp_barrier(unsigned mask) {
    meet(*current, meeting_of(*current, mask), SYNC);
}

uint64_t exchange(unsigned mask, uint64_t value, unsigned source) {
    Thread &me = *current;
    Meeting &meeting = meeting_of(me, mask);
    meeting.values[meeting.generation & 1][me.lane] = value;
    return meeting.values[meet(me, meeting, SHUFFLE)][source & 31];
}

Gathered gather(unsigned mask, uint64_t value) {
    Thread &me = *current;
    Meeting &meeting = meeting_of(me, mask);
    const unsigned set = meeting.generation & 1;
    if (meeting.arrived == 0) {
        meeting.votes[set] = 0;
    }
    meeting.votes[set] |= 1u << me.lane;
    meeting.values[set][me.lane] = value;
    meet(me, meeting, REDUCTION);
    return {meeting.values[set], meeting.votes[set]};
}

unsigned ballot(unsigned mask, bool predicate) {
    Thread &me = *current;
    Meeting &meeting = meeting_of(me, mask);
    unsigned &votes = meeting.votes[meeting.generation & 1];
    if (meeting.arrived == 0) {
        votes = 0;
    }
    votes |= unsigned(predicate) << me.lane;
    return meeting.votes[meet(me, meeting, VOTE)];
}

} // namespace stand_in
