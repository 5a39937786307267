// Initialisation, the one device, and its primary context, which is the only one. As in CUDA, a context is current per thread.
#include "device.h"
#include "calls.h"
#include "control.h"
#include "streams.h"
#include "traps.h"

#include <algorithm>
#include <cstdio>
#include <mutex>
#include <thread>
#include <vector>

namespace stand_in {

namespace {

/** The primary context. What is made in it stays when the last one releases it, so that a test can count what was not freed. */
struct Context {
    std::atomic<int> retained{0};
    std::atomic<unsigned> flags{0};
};

Context primary;
std::atomic<bool> initialised{false};
std::atomic<unsigned> lifetime{1}; // grows at each reset: contexts that threads hold from before are void

/** The contexts this thread has pushed, by the lifetime they belong to; 0: none. */
std::vector<unsigned> &pushed() {
    static thread_local std::vector<unsigned> stack;
    return stack;
}

bool is_current() {
    const std::vector<unsigned> &stack = pushed();
    return !stack.empty() && stack.back() == lifetime && primary.retained > 0;
}

unsigned lifetime_of(const void *context) {
    return context == nullptr ? 0 : lifetime.load();
}

bool is_context(const void *context) {
    return context == nullptr || context == &primary;
}

/** The attributes that a caller may plan by; the numbers of the least that a real device has. */
int attribute(int which) {
    switch (which) {
    case 1: return 1024;                   // threads of a block
    case 2: case 3: return 1024;           // its x and y
    case 4: return 64;                     // its z
    case 5: return 2147483647;             // x of a grid
    case 6: case 7: return 65535;          // its y and z
    case 8: case 81: case 97: return 49152; // shared memory of a block, of a multiprocessor, of a block that opts in
    case 10: return 32;                    // threads of a warp
    case 13: return 1000000;               // clock, kHz
    case 16: return int(std::max(1u, std::thread::hardware_concurrency())); // multiprocessors
    case 19: case 41: return 1;            // maps host memory; one address space
    case 39: return 2048;                  // threads of a multiprocessor
    case 75: return 9;                     // compute capability: major
    case 76: return 0;                     // and minor
    case 78: return 1;                     // stream priorities
    default: return 0;
    }
}

} // namespace

bool context_retained() {
    return primary.retained > 0;
}

int context_error() {
    return !initialised ? NOT_INITIALIZED : !is_current() ? INVALID_CONTEXT : sticky_error();
}

void forget_context() {
    lifetime++;
    initialised = false;
    primary.retained = 0;
    primary.flags = 0;
}

namespace {

template <class Body> int call_initialised(CallSite &site, int device, Body body) {
    return call(site, [&] { return !initialised ? int(NOT_INITIALIZED) : device != 0 ? int(INVALID_DEVICE) : body(); });
}

} // namespace

} // namespace stand_in

using namespace stand_in;

CUDA(cuInit)(unsigned) {
    return call(cuInit_site, [] {
        if (settings().devices == 0) {
            return NO_DEVICE;
        }
        install_traps();
        initialised = true;
        return SUCCESS;
    });
}

CUDA(cuDriverGetVersion)(int *version) {
    return call(cuDriverGetVersion_site, [&] {
        *version = settings().driver_version;
        return SUCCESS;
    });
}

CUDA(cuDeviceGetCount)(int *count) {
    return call_initialised(cuDeviceGetCount_site, 0, [&] {
        *count = int(settings().devices);
        return SUCCESS;
    });
}

CUDA(cuDeviceGet)(int *device, int ordinal) {
    return call_initialised(cuDeviceGet_site, ordinal, [&] {
        *device = 0;
        return SUCCESS;
    });
}

CUDA(cuDeviceGetName)(char *name, int length, int device) {
    return call_initialised(cuDeviceGetName_site, device, [&] {
        snprintf(name, size_t(length), "stand-in (kernels run on the CPU)");
        return SUCCESS;
    });
}

CUDA(cuDeviceTotalMem_v2)(size_t *bytes, int device) {
    return call_initialised(cuDeviceTotalMem_v2_site, device, [&] {
        *bytes = settings().device_bytes;
        return SUCCESS;
    });
}

CUDA(cuDeviceGetAttribute)(int *value, int which, int device) {
    return call_initialised(cuDeviceGetAttribute_site, device, [&] {
        *value = attribute(which);
        return SUCCESS;
    });
}

CUDA(cuDevicePrimaryCtxRetain)(void **context, int device) {
    return call_initialised(cuDevicePrimaryCtxRetain_site, device, [&] {
        primary.retained++;
        *context = &primary;
        return SUCCESS;
    });
}

CUDA(cuDevicePrimaryCtxRelease_v2)(int device) {
    const int fault = cuDevicePrimaryCtxRelease_v2_site.enter();
    if (!initialised || device != 0 || primary.retained == 0) {
        return fault != SUCCESS ? fault : int(INVALID_CONTEXT);
    }
    primary.retained--;
    return fault;
}

CUDA(cuDevicePrimaryCtxSetFlags_v2)(int device, unsigned flags) {
    return call_initialised(cuDevicePrimaryCtxSetFlags_v2_site, device, [&] {
        primary.flags = flags;
        return SUCCESS;
    });
}

CUDA(cuDevicePrimaryCtxGetState)(int device, unsigned *flags, int *active) {
    return call_initialised(cuDevicePrimaryCtxGetState_site, device, [&] {
        *flags = primary.flags;
        *active = primary.retained > 0;
        return SUCCESS;
    });
}

CUDA(cuCtxSetCurrent)(void *context) {
    return call_initialised(cuCtxSetCurrent_site, 0, [&] {
        if (!is_context(context)) {
            return INVALID_CONTEXT;
        }
        if (pushed().empty()) {
            pushed().push_back(0);
        }
        pushed().back() = lifetime_of(context);
        return SUCCESS;
    });
}

CUDA(cuCtxGetCurrent)(void **context) {
    return call_initialised(cuCtxGetCurrent_site, 0, [&] {
        *context = is_current() ? &primary : nullptr;
        return SUCCESS;
    });
}

CUDA(cuCtxPushCurrent_v2)(void *context) {
    return call_initialised(cuCtxPushCurrent_v2_site, 0, [&] {
        if (context != &primary) {
            return INVALID_CONTEXT;
        }
        pushed().push_back(lifetime);
        return SUCCESS;
    });
}

CUDA(cuCtxPopCurrent_v2)(void **context) {
    return call_initialised(cuCtxPopCurrent_v2_site, 0, [&] {
        if (pushed().empty()) {
            return INVALID_CONTEXT;
        }
        if (context != nullptr) {
            *context = is_current() ? &primary : nullptr;
        }
        pushed().pop_back();
        return SUCCESS;
    });
}

CUDA(cuCtxGetDevice)(int *device) {
    return call_in_context(cuCtxGetDevice_site, [&] {
        *device = 0;
        return SUCCESS;
    });
}

CUDA(cuCtxGetFlags)(unsigned *flags) {
    return call_in_context(cuCtxGetFlags_site, [&] {
        *flags = primary.flags;
        return SUCCESS;
    });
}

CUDA(cuCtxGetStreamPriorityRange)(int *least, int *greatest) {
    return call_in_context(cuCtxGetStreamPriorityRange_site, [&] {
        if (least != nullptr) {
            *least = 0;
        }
        if (greatest != nullptr) {
            *greatest = -5;
        }
        return SUCCESS;
    });
}

CUDA(cuCtxSynchronize)() {
    return call_in_context(cuCtxSynchronize_site, [] {
        wait_for_all_streams();
        return sticky_error();
    });
}
