#include "worker.h"
#include "calls.h"
#include "control.h"
#include "events.h"
#include "launch.h"

#include <chrono>
#include <cstring>
#include <thread>

namespace stand_in {

namespace {

constexpr auto TIME_TO_END = std::chrono::seconds(10);
constexpr unsigned MOST_PARAMETERS = 256;

CallSite kernel_site{"kernel"};

struct Workers {
    std::mutex mutex;
    std::vector<std::shared_ptr<Worker>> running;
};

Workers &workers() {
    static Workers *workers = new Workers;
    return *workers;
}

std::vector<std::shared_ptr<Worker>> running_workers() {
    const std::lock_guard<std::mutex> lock(workers().mutex);
    return workers().running;
}

int run(const KernelRun &run) {
    const int fault = kernel_site.enter();
    if (fault != SUCCESS) {
        return fault;
    }
    if (const uint64_t delay = settings().kernel_delay_us) {
        std::this_thread::sleep_for(std::chrono::microseconds(delay));
    }
    std::vector<uint64_t> arguments = run.arguments; // a kernel may write to its parameters
    void *parameters[MOST_PARAMETERS];
    char *argument = reinterpret_cast<char *>(arguments.data());
    for (unsigned i = 0; i < run.kernel->parameter_count; i++) {
        parameters[i] = argument;
        argument += (run.kernel->parameter_bytes[i] + 15) / 16 * 16;
    }
    Launch launch = {run.kernel->body, parameters, run.grid, run.block, run.dynamic_shared_bytes,
                     run.module->shared_module, run.module->shared_bytes, settings().seed, fill_byte()};
    return run_grid(launch);
}

int run(const Copy &copy) {
    memmove(copy.to, copy.from, copy.bytes);
    return SUCCESS;
}

int run(const Fill &fill) {
    auto *to = static_cast<char *>(fill.to);
    if (fill.word_bytes == 1) {
        memset(to, int(fill.word & 0xff), fill.words);
        return SUCCESS;
    }
    for (size_t i = 0; i < fill.words; i++) {
        memcpy(to + i * fill.word_bytes, &fill.word, fill.word_bytes);
    }
    return SUCCESS;
}

int run(const Record &record) {
    record.event->set_time_now();
    return SUCCESS;
}

int run(const Await &await) {
    await.worker->wait(await.ticket);
    return SUCCESS;
}

int run(const Nothing &) {
    return SUCCESS;
}

/** An error stays, whatever it is: it is found out later, by another call than the one that caused it. */
void run_all(const std::vector<Node> &nodes) {
    for (const Node &node : nodes) {
        if (sticky_error() != SUCCESS) {
            return;
        }
        keep_error(std::visit([](const auto &what) { return run(what); }, node));
    }
}

} // namespace

std::shared_ptr<Worker> Worker::start() {
    auto worker = std::make_shared<Worker>();
    {
        const std::lock_guard<std::mutex> lock(workers().mutex);
        workers().running.push_back(worker);
    }
    std::thread([worker] {
        worker->run();
        const std::lock_guard<std::mutex> lock(workers().mutex);
        auto &running = workers().running;
        for (size_t i = 0; i < running.size(); i++) {
            if (running[i] == worker) {
                running.erase(running.begin() + std::ptrdiff_t(i));
                break;
            }
        }
    }).detach();
    return worker;
}

void Worker::run() {
    std::unique_lock<std::mutex> lock(mutex);
    for (;;) {
        arrived.wait(lock, [this] { return closed || !queue.empty(); });
        if (queue.empty()) {
            break;
        }
        Work work = std::move(queue.front());
        queue.pop_front();
        lock.unlock();
        run_all(*work);
        work.reset();
        lock.lock();
        completed.fetch_add(1, std::memory_order_release);
        progressed.notify_all();
    }
    ended = true;
    progressed.notify_all();
}

uint64_t Worker::submit(Work work) {
    uint64_t ticket;
    {
        const std::lock_guard<std::mutex> lock(mutex);
        queue.push_back(std::move(work));
        ticket = ++submitted;
    }
    arrived.notify_one();
    return ticket;
}

void Worker::wait(uint64_t ticket) {
    std::unique_lock<std::mutex> lock(mutex);
    progressed.wait(lock, [&] { return completed >= ticket || ended; });
}

void Worker::close() {
    {
        const std::lock_guard<std::mutex> lock(mutex);
        closed = true;
    }
    arrived.notify_one();
}

bool Worker::end() {
    {
        const std::lock_guard<std::mutex> lock(mutex);
        queue.clear();
    }
    close();
    std::unique_lock<std::mutex> lock(mutex);
    return progressed.wait_for(lock, TIME_TO_END, [this] { return ended; });
}

void Worker::wait_for_all() {
    for (const std::shared_ptr<Worker> &worker : running_workers()) {
        uint64_t last;
        {
            const std::lock_guard<std::mutex> lock(worker->mutex);
            last = worker->submitted;
        }
        worker->wait(last);
    }
}

bool Worker::end_all() {
    bool all_ended = true;
    for (const std::shared_ptr<Worker> &worker : running_workers()) {
        all_ended &= worker->end();
    }
    return all_ended;
}

} // namespace stand_in
