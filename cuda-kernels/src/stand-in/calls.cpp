#include "calls.h"
#include "control.h"
#include "stand_in_control.h"

#include <condition_variable>
#include <cstring>
#include <mutex>
#include <vector>

namespace stand_in {

namespace {

struct Fault {
    CallSite *site;
    uint64_t first; // counted as the site's calls are
    uint64_t last;
    int error;
    bool hang;
};

struct Faults {
    std::mutex mutex;
    std::condition_variable released;
    std::vector<Fault> to_come;
    uint64_t releases = 0;
    unsigned hanging = 0;
};

Faults &faults() {
    static Faults *faults = new Faults;
    return *faults;
}

std::atomic<int> sticky{SUCCESS};

CallSite *&sites() {
    static CallSite *first = nullptr;
    return first;
}

/** "cuMemAlloc" and "cuMemAlloc_v2" are cuMemAlloc_v2. */
CallSite *find(const char *function) {
    const size_t length = strlen(function);
    for (CallSite *site = sites(); site != nullptr; site = site->next) {
        const char *symbol = site->symbol;
        if (strcmp(symbol, function) == 0 || (strncmp(symbol, function, length) == 0 && strncmp(symbol + length, "_v", 2) == 0)) {
            return site;
        }
    }
    return nullptr;
}

int add(const char *function, Fault fault) {
    fault.site = find(function);
    if (fault.site == nullptr || fault.first == 0) {
        return 1;
    }
    const std::lock_guard<std::mutex> lock(faults().mutex);
    fault.first += fault.site->calls;
    fault.last += fault.site->calls;
    faults().to_come.push_back(fault);
    fault.site->armed.store(true, std::memory_order_release);
    return 0;
}

} // namespace

CallSite::CallSite(const char *symbol) : symbol(symbol), next(sites()) {
    sites() = this;
}

int CallSite::meet_fault(uint64_t call) {
    Faults &all = faults();
    std::unique_lock<std::mutex> lock(all.mutex);
    for (const Fault &fault : all.to_come) {
        if (fault.site != this || call < fault.first || call > fault.last) {
            continue;
        }
        if (!fault.hang) {
            return fault.error;
        }
        const uint64_t release = all.releases;
        all.hanging++;
        all.released.wait(lock, [&] { return all.releases != release; });
        all.hanging--;
        return SUCCESS;
    }
    return SUCCESS;
}

int sticky_error() {
    return sticky.load(std::memory_order_acquire);
}

void keep_error(int result) {
    int none = SUCCESS;
    if (result != SUCCESS) {
        sticky.compare_exchange_strong(none, result);
    }
}

void keep_if_sticky(int result) {
    if (is_sticky(result)) {
        keep_error(result);
    }
}

void release_faults() {
    Faults &all = faults();
    {
        const std::lock_guard<std::mutex> lock(all.mutex);
        all.releases++;
        for (const Fault &fault : all.to_come) {
            fault.site->armed = false;
        }
        all.to_come.clear();
    }
    all.released.notify_all();
}

void forget_calls() {
    sticky = SUCCESS;
    for (CallSite *site = sites(); site != nullptr; site = site->next) {
        site->calls = 0;
    }
}

unsigned hanging_calls() {
    const std::lock_guard<std::mutex> lock(faults().mutex);
    return faults().hanging;
}

} // namespace stand_in

using namespace stand_in;

int stand_in_fail(const char *function, uint64_t nth, int error, uint64_t times) {
    return add(function, {nullptr, nth, nth + times - 1, error, false});
}

int stand_in_hang(const char *function, uint64_t nth) {
    return add(function, {nullptr, nth, nth, SUCCESS, true});
}

void stand_in_release(void) {
    release_faults();
}

uint64_t stand_in_calls(const char *function) {
    const CallSite *site = find(function);
    return site == nullptr ? UINT64_MAX : site->calls.load();
}

const char *stand_in_function(uint32_t number) {
    const CallSite *site = sites();
    for (uint32_t i = 0; site != nullptr && i < number; i++) {
        site = site->next;
    }
    return site == nullptr ? nullptr : site->symbol;
}
