// Device memory and pinned host memory. Both are ordinary memory, but every allocation ends where an area begins that nobody may touch.
#pragma once

#include <cstddef>
#include <cstdint>

namespace stand_in {

enum class MemoryKind { DEVICE, PINNED, REGISTERED };

struct LiveMemory {
    uint64_t bytes;
    uint64_t allocations;
};

LiveMemory live_memory(MemoryKind kind);
uint64_t memory_overruns();

/** Whether a kernel or a copy may use all of the range as the device's. */
bool is_device_range(uint64_t address, size_t bytes);
bool is_pinned(const void *address, size_t bytes);

} // namespace stand_in
