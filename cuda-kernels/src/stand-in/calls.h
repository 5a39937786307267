// Every driver function goes through here: calls are counted, and tests make them fail or hang.
#pragma once

#include "results.h"

#include <atomic>
#include <cstdint>

namespace stand_in {

/** One function of the driver, or the run of kernels. */
class CallSite {
  public:
    explicit CallSite(const char *symbol);

    /** Counts a call, hangs if it is to hang; the error that it is to give, else SUCCESS. */
    int enter() {
        const uint64_t call = ++calls;
        return armed.load(std::memory_order_acquire) ? meet_fault(call) : SUCCESS;
    }

    const char *const symbol;
    std::atomic<uint64_t> calls{0};
    std::atomic<bool> armed{false};
    CallSite *next;

  private:
    int meet_fault(uint64_t call);
};

/** The error that stays until the process ends, or SUCCESS. */
int sticky_error();
/** Keeps the error, unless there is one. */
void keep_error(int result);
/** Keeps the error if it is of those that stay. */
void keep_if_sticky(int result);

/** A function that works without a context. */
template <class Body> int call(CallSite &site, Body body) {
    const int fault = site.enter();
    keep_if_sticky(fault);
    return fault != SUCCESS ? fault : body();
}

/** SUCCESS, or why nothing can be done on this thread: not initialised, no context, a sticky error. */
int context_error();

template <class Body> int call_in_context(CallSite &site, Body body) {
    return call(site, [&] {
        const int error = context_error();
        return error != SUCCESS ? error : body();
    });
}

/** A function that frees or destroys does so also when it gives the error of earlier work, as CUDA's may. */
template <class Body> int release_in_context(CallSite &site, Body body) {
    const int fault = site.enter();
    keep_if_sticky(fault);
    const int error = context_error();
    if (error != SUCCESS && error != sticky_error()) {
        return fault != SUCCESS ? fault : error;
    }
    const int result = body();
    return fault != SUCCESS ? fault : error != SUCCESS ? error : result;
}

} // namespace stand_in

/** Begins the definition of a driver function, exported and known by name to the faults. */
#define CUDA(function)                                     \
    static ::stand_in::CallSite function##_site{#function}; \
    extern "C" __attribute__((visibility("default"))) int function
