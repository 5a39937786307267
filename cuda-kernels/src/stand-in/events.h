#pragma once

#include "worker.h"

#include <chrono>

namespace stand_in {

struct Graph;

/** A place in a worker's queue. */
class Event {
  public:
    std::atomic<int64_t> recorded_ns{0};

    void set(const std::shared_ptr<Worker> &by, uint64_t with) {
        const std::lock_guard<std::mutex> lock(mutex);
        worker = by;
        ticket = with;
        captured.reset();
    }
    void set_captured(const std::shared_ptr<Graph> &by) {
        const std::lock_guard<std::mutex> lock(mutex);
        captured = by;
    }
    /** The graph into whose capture it was recorded last, or null. */
    std::shared_ptr<Graph> captured_by() {
        const std::lock_guard<std::mutex> lock(mutex);
        return captured.lock();
    }
    Await place() {
        const std::lock_guard<std::mutex> lock(mutex);
        return {worker, ticket};
    }
    void set_time_now() {
        using namespace std::chrono;
        recorded_ns = duration_cast<nanoseconds>(steady_clock::now().time_since_epoch()).count();
    }

  private:
    std::mutex mutex;
    std::shared_ptr<Worker> worker; // null: never recorded
    uint64_t ticket = 0;
    std::weak_ptr<Graph> captured;
};

} // namespace stand_in
