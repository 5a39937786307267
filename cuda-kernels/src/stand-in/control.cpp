#include "control.h"
#include "fibers.h"
#include "graphs.h"
#include "launch.h"
#include "memory.h"
#include "modules.h"
#include "device.h"
#include "stand_in_control.h"
#include "streams.h"

#include <cstdlib>

namespace stand_in {

namespace {

uint64_t from_environment(const char *name) {
    const char *value = getenv(name);
    return value == nullptr ? 0 : strtoull(value, nullptr, 10);
}

} // namespace

Settings &settings() {
    static Settings *settings = [] {
        auto *made = new Settings;
        made->restore();
        return made;
    }();
    return *settings;
}

void Settings::restore() {
    seed = from_environment("STAND_IN_SEED");
    devices = 1;
    driver_version = 13000;
    device_bytes = 8ull << 30;
    kernel_delay_us = 0;
}

unsigned char fill_byte() {
    return static_cast<unsigned char>(0xa5 ^ settings().seed * 0x9d);
}

} // namespace stand_in

using namespace stand_in;

int stand_in_reset(void) {
    release_faults();
    abandon_blocks(true);
    const bool ended = forget_streams();
    abandon_blocks(false);
    if (!ended) {
        return 1;
    }
    forget_graphs();
    forget_modules();
    forget_memory();
    forget_context();
    forget_calls();
    settings().restore();
    set_workers(0);
    name_kernels(nullptr);
    return 0;
}

void stand_in_seed(uint64_t seed) {
    settings().seed = seed;
}

void stand_in_workers(unsigned workers) {
    set_workers(workers);
}

void stand_in_devices(unsigned devices) {
    settings().devices = devices;
}

void stand_in_driver_version(int version) {
    settings().driver_version = version;
}

void stand_in_device_memory(uint64_t bytes) {
    settings().device_bytes = bytes;
}

void stand_in_kernels(const char *path) {
    name_kernels(path);
}

void stand_in_slow_kernels(uint64_t microseconds) {
    settings().kernel_delay_us = microseconds;
}

uint64_t stand_in_live(StandInQuantity quantity) {
    switch (quantity) {
    case STAND_IN_DEVICE_BYTES: return live_memory(MemoryKind::DEVICE).bytes;
    case STAND_IN_DEVICE_ALLOCATIONS: return live_memory(MemoryKind::DEVICE).allocations;
    case STAND_IN_PINNED_BYTES: return live_memory(MemoryKind::PINNED).bytes + live_memory(MemoryKind::REGISTERED).bytes;
    case STAND_IN_PINNED_ALLOCATIONS:
        return live_memory(MemoryKind::PINNED).allocations + live_memory(MemoryKind::REGISTERED).allocations;
    case STAND_IN_STREAMS: return live_streams();
    case STAND_IN_EVENTS: return live_events();
    case STAND_IN_MODULES: return live_modules();
    case STAND_IN_GRAPHS: return live_graphs();
    case STAND_IN_GRAPH_EXECS: return live_graph_execs();
    case STAND_IN_CONTEXTS: return context_retained() ? 1 : 0;
    case STAND_IN_OVERRUNS: return memory_overruns();
    case STAND_IN_HANGING: return hanging_calls();
    }
    return UINT64_MAX;
}
