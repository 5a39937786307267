#pragma once

#include "worker.h"

#include <chrono>

namespace stand_in {

struct Graph;

/** A place in a worker's queue. */
struct Event {
    std::mutex mutex;
    std::shared_ptr<Worker> worker; // null: never recorded
    uint64_t ticket = 0;
    std::weak_ptr<Graph> captured; // the graph into whose capture it was recorded last
    std::atomic<int64_t> recorded_ns{0};

    void set(const std::shared_ptr<Worker> &by, uint64_t with) {
        const std::lock_guard<std::mutex> lock(mutex);
        worker = by;
        ticket = with;
        captured.reset();
    }
    Await place() {
        const std::lock_guard<std::mutex> lock(mutex);
        return {worker, ticket};
    }
    void set_time_now() {
        using namespace std::chrono;
        recorded_ns = duration_cast<nanoseconds>(steady_clock::now().time_since_epoch()).count();
    }
};

} // namespace stand_in
