// The thread that does a stream's work.
#pragma once

#include "streams.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>

namespace stand_in {

/** Does work in the order it came. Sleeps when it has none. Lives until it was closed and has done all. */
class Worker {
  public:
    /** Starts the thread. */
    static std::shared_ptr<Worker> start();
    /** Waits until every worker has done what it holds. */
    static void wait_for_all();
    /** Tells all workers to drop what they hold and to end; whether they did within 10 seconds. */
    static bool end_all();

    /** The ticket of this work. */
    uint64_t submit(Work work);
    bool done(uint64_t ticket) const { return completed.load(std::memory_order_acquire) >= ticket; }
    void wait(uint64_t ticket);
    /** No more work comes. */
    void close();

  private:
    void run();
    bool end();

    std::mutex mutex;
    std::condition_variable arrived;
    std::condition_variable progressed;
    std::deque<Work> queue;
    uint64_t submitted = 0;
    std::atomic<uint64_t> completed{0};
    bool closed = false;
    bool ended = false;
};

} // namespace stand_in
