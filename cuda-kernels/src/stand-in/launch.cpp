#include "launch.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <numeric>
#include <thread>

namespace stand_in {

namespace {

/** The blocks of one launch, handed out one by one; with a seed in an order of its own. */
class Grid {
  public:
    explicit Grid(const Launch &launch) : launch(launch), total(launch.grid.count()) {
        if (launch.seed != 0) {
            first = launch.seed % total;
            step = launch.seed * 2654435761u % total | 1;
            while (std::gcd(step, total) != 1) {
                step += 2;
            }
        }
    }

    void work() {
        for (uint64_t i; (i = next.fetch_add(1)) < total;) {
            const int result = run_block(launch, (first + i % total * (step % total)) % total);
            if (result != 0) {
                error = result;
                next = total;
            }
        }
    }
    bool has_more() const { return next < total; }
    int result() const { return error; }

  private:
    const Launch &launch;
    const uint64_t total;
    uint64_t first = 0;
    uint64_t step = 1;
    std::atomic<uint64_t> next{0};
    std::atomic<int> error{0};
};

/** Threads that help with one grid at a time. Never destroyed: they live as long as the process. */
class Helpers {
  public:
    static Helpers &instance() {
        static Helpers *helpers = new Helpers;
        return *helpers;
    }

    void limit(unsigned workers) {
        const std::lock_guard<std::mutex> lock(mutex);
        wanted = workers == 0 ? std::max(1u, std::thread::hardware_concurrency()) : workers;
    }

    /** Publishes the grid, works at it, and waits for those that joined; nobody waits for a helper that did not wake up in time. */
    void run(Grid &grid, uint64_t blocks) {
        std::unique_lock<std::mutex> lock(mutex);
        const bool shared = wanted > 1 && blocks > 1 && open == nullptr;
        if (shared) {
            for (; started + 1 < wanted; started++) {
                std::thread([this] { help(); }).detach();
            }
            open = &grid;
            places = unsigned(std::min<uint64_t>(wanted, blocks) - 1);
            lock.unlock();
            opened.notify_all();
        } else {
            lock.unlock();
        }
        grid.work();
        if (shared) {
            lock.lock();
            open = nullptr;
            left.wait(lock, [this] { return joined == 0; });
        }
    }

  private:
    void help() {
        std::unique_lock<std::mutex> lock(mutex);
        for (;;) {
            opened.wait(lock, [this] { return open != nullptr && places > 0 && open->has_more(); });
            Grid &grid = *open;
            places--;
            joined++;
            lock.unlock();
            grid.work();
            lock.lock();
            if (--joined == 0) {
                left.notify_all();
            }
        }
    }

    std::mutex mutex;
    std::condition_variable opened;
    std::condition_variable left;
    Grid *open = nullptr;
    unsigned wanted = std::max(1u, std::thread::hardware_concurrency());
    unsigned started = 0;
    unsigned places = 0;
    unsigned joined = 0;
};

} // namespace

void set_workers(unsigned workers) {
    Helpers::instance().limit(workers);
}

int run_grid(const Launch &launch) {
    Grid grid(launch);
    Helpers::instance().run(grid, launch.grid.count());
    return grid.result();
}

} // namespace stand_in
