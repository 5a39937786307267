#include "memory.h"
#include "calls.h"
#include "control.h"
#include "streams.h"

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <map>
#include <memory>
#include <mutex>
#include <sys/mman.h>

namespace stand_in {

namespace {

constexpr size_t PAGE = 4096;
constexpr size_t GUARD = 4 << 20;
constexpr size_t ALIGNMENT = 256;

constexpr size_t round_up(size_t bytes, size_t to) {
    return (bytes + to - 1) / to * to;
}

/**
 * One allocation: an area nobody may touch, then pages whose end it has, then another such area. An access behind the end, or before the
 * first page, raises SIGSEGV; what is too near for that (its address is a multiple of 256) is seen when it is freed.
 */
struct Allocation {
    MemoryKind kind;
    char *data;
    size_t bytes;
    char *pages = nullptr; // null: registered, the memory is the caller's
    size_t pages_bytes = 0;
    unsigned char fill = 0;

    bool overrun() const {
        const auto other = [this](char byte) { return static_cast<unsigned char>(byte) != fill; };
        return pages != nullptr && (std::any_of(pages, data, other) || std::any_of(data + bytes, pages + pages_bytes, other));
    }
    void unmap() const {
        if (pages != nullptr) {
            munmap(pages - GUARD, pages_bytes + 2 * GUARD);
        }
    }
};

struct Memory {
    std::mutex mutex;
    std::map<uintptr_t, Allocation> allocations;
    uint64_t overruns = 0;
};

Memory &memory() {
    static Memory *memory = new Memory;
    return *memory;
}

/** The allocation that holds the whole range, or null. The caller has the mutex. */
const Allocation *find(uintptr_t address, size_t bytes) {
    auto &all = memory().allocations;
    auto after = all.upper_bound(address);
    if (after == all.begin()) {
        return nullptr;
    }
    const Allocation &allocation = (--after)->second;
    const size_t offset = address - after->first;
    return offset <= allocation.bytes && bytes <= allocation.bytes - offset ? &allocation : nullptr;
}

void *allocate(MemoryKind kind, size_t bytes) {
    const size_t used = round_up(bytes, ALIGNMENT);
    const size_t pages_bytes = round_up(used, PAGE);
    void *mapping = mmap(nullptr, pages_bytes + 2 * GUARD, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (mapping == MAP_FAILED) {
        return nullptr;
    }
    char *pages = static_cast<char *>(mapping) + GUARD;
    if (mprotect(pages, pages_bytes, PROT_READ | PROT_WRITE) != 0) {
        munmap(mapping, pages_bytes + 2 * GUARD);
        return nullptr;
    }
    const unsigned char fill = fill_byte();
    memset(pages, fill, pages_bytes);
    char *data = pages + pages_bytes - used;
    const std::lock_guard<std::mutex> lock(memory().mutex);
    memory().allocations[reinterpret_cast<uintptr_t>(data)] = {kind, data, bytes, pages, pages_bytes, fill};
    return data;
}

int release(MemoryKind kind, uintptr_t address, int when_unknown) {
    const std::lock_guard<std::mutex> lock(memory().mutex);
    const auto found = memory().allocations.find(address);
    if (found == memory().allocations.end() || found->second.kind != kind) {
        return when_unknown;
    }
    if (found->second.overrun()) {
        memory().overruns++;
        fprintf(stderr, "stand-in driver: the neighbourhood of a block of %zu bytes was written to\n", found->second.bytes);
    }
    found->second.unmap();
    memory().allocations.erase(found);
    return SUCCESS;
}

} // namespace

LiveMemory live_memory(MemoryKind kind) {
    const std::lock_guard<std::mutex> lock(memory().mutex);
    LiveMemory live = {0, 0};
    for (const auto &[address, allocation] : memory().allocations) {
        if (allocation.kind == kind) {
            live.bytes += allocation.bytes;
            live.allocations++;
        }
    }
    return live;
}

uint64_t memory_overruns() {
    const std::lock_guard<std::mutex> lock(memory().mutex);
    return memory().overruns;
}

bool is_device_range(uint64_t address, size_t bytes) {
    const std::lock_guard<std::mutex> lock(memory().mutex);
    return find(address, bytes) != nullptr;
}

bool is_pinned(const void *address, size_t bytes) {
    const std::lock_guard<std::mutex> lock(memory().mutex);
    const Allocation *allocation = find(reinterpret_cast<uintptr_t>(address), bytes);
    return allocation != nullptr && allocation->kind != MemoryKind::DEVICE;
}

void forget_memory() {
    const std::lock_guard<std::mutex> lock(memory().mutex);
    for (const auto &[address, allocation] : memory().allocations) {
        allocation.unmap();
    }
    memory().allocations.clear();
    memory().overruns = 0;
}

namespace {

int allocate_pinned(void **address, size_t bytes) {
    if (bytes == 0) {
        return INVALID_VALUE;
    }
    *address = allocate(MemoryKind::PINNED, bytes);
    return *address == nullptr ? OUT_OF_MEMORY : SUCCESS;
}

int copy(void *to, const void *from, size_t bytes, void *stream) {
    return submit(stream, Copy{to, from, bytes});
}

/** A copy that the caller waits for, in the default stream; it does not wait for streams made as non-blocking. */
int copy_and_wait(void *to, const void *from, size_t bytes) {
    const int error = copy(to, from, bytes, nullptr);
    return error != SUCCESS ? error : wait_for_stream(nullptr);
}

template <class Word> int fill(uint64_t to, Word word, size_t words, void *stream) {
    if (!is_device_range(to, words * sizeof(Word))) {
        return INVALID_VALUE;
    }
    return submit(stream, Fill{reinterpret_cast<void *>(to), word, sizeof(Word), words});
}

template <class Word> int fill_and_wait(uint64_t to, Word word, size_t words) {
    const int error = fill(to, word, words, nullptr);
    return error != SUCCESS ? error : wait_for_stream(nullptr);
}

void *pointer(uint64_t address) {
    return reinterpret_cast<void *>(address);
}

} // namespace

} // namespace stand_in

using namespace stand_in;

CUDA(cuMemGetInfo_v2)(size_t *free, size_t *total) {
    return call_in_context(cuMemGetInfo_v2_site, [&] {
        *total = settings().device_bytes;
        *free = *total - std::min<size_t>(*total, live_memory(MemoryKind::DEVICE).bytes);
        return SUCCESS;
    });
}

CUDA(cuMemAlloc_v2)(uint64_t *address, size_t bytes) {
    return call_in_context(cuMemAlloc_v2_site, [&] {
        if (bytes == 0) {
            return INVALID_VALUE;
        }
        const uint64_t used = live_memory(MemoryKind::DEVICE).bytes;
        const uint64_t total = settings().device_bytes;
        void *data = used > total || bytes > total - used ? nullptr : allocate(MemoryKind::DEVICE, bytes);
        *address = reinterpret_cast<uint64_t>(data);
        return data == nullptr ? OUT_OF_MEMORY : SUCCESS;
    });
}

CUDA(cuMemFree_v2)(uint64_t address) {
    return release_in_context(cuMemFree_v2_site, [&] {
        if (address == 0) {
            return int(SUCCESS);
        }
        wait_for_all_streams();
        return release(MemoryKind::DEVICE, address, INVALID_VALUE);
    });
}

CUDA(cuMemHostAlloc)(void **address, size_t bytes, unsigned) {
    return call_in_context(cuMemHostAlloc_site, [&] { return allocate_pinned(address, bytes); });
}

CUDA(cuMemAllocHost_v2)(void **address, size_t bytes) {
    return call_in_context(cuMemAllocHost_v2_site, [&] { return allocate_pinned(address, bytes); });
}

CUDA(cuMemFreeHost)(void *address) {
    return release_in_context(cuMemFreeHost_site, [&] {
        wait_for_all_streams();
        return release(MemoryKind::PINNED, reinterpret_cast<uintptr_t>(address), INVALID_VALUE);
    });
}

CUDA(cuMemHostRegister_v2)(void *address, size_t bytes, unsigned) {
    return call_in_context(cuMemHostRegister_v2_site, [&] {
        const std::lock_guard<std::mutex> lock(memory().mutex);
        const auto key = reinterpret_cast<uintptr_t>(address);
        if (find(key, 1) != nullptr) {
            return HOST_MEMORY_ALREADY_REGISTERED;
        }
        memory().allocations[key] = {MemoryKind::REGISTERED, static_cast<char *>(address), bytes};
        return SUCCESS;
    });
}

CUDA(cuMemHostUnregister)(void *address) {
    return release_in_context(cuMemHostUnregister_site, [&] {
        return release(MemoryKind::REGISTERED, reinterpret_cast<uintptr_t>(address), HOST_MEMORY_NOT_REGISTERED);
    });
}

CUDA(cuMemHostGetDevicePointer_v2)(uint64_t *device, void *host, unsigned) {
    return call_in_context(cuMemHostGetDevicePointer_v2_site, [&] {
        if (!is_pinned(host, 1)) {
            return INVALID_VALUE;
        }
        *device = reinterpret_cast<uint64_t>(host);
        return SUCCESS;
    });
}

CUDA(cuMemcpyHtoD_v2)(uint64_t to, const void *from, size_t bytes) {
    return call_in_context(cuMemcpyHtoD_v2_site, [&] {
        return is_device_range(to, bytes) ? copy_and_wait(pointer(to), from, bytes) : int(INVALID_VALUE);
    });
}

CUDA(cuMemcpyDtoH_v2)(void *to, uint64_t from, size_t bytes) {
    return call_in_context(cuMemcpyDtoH_v2_site, [&] {
        return is_device_range(from, bytes) ? copy_and_wait(to, pointer(from), bytes) : int(INVALID_VALUE);
    });
}

CUDA(cuMemcpyDtoD_v2)(uint64_t to, uint64_t from, size_t bytes) {
    return call_in_context(cuMemcpyDtoD_v2_site, [&] {
        const bool known = is_device_range(to, bytes) && is_device_range(from, bytes);
        return known ? copy(pointer(to), pointer(from), bytes, nullptr) : int(INVALID_VALUE);
    });
}

CUDA(cuMemcpyHtoDAsync_v2)(uint64_t to, const void *from, size_t bytes, void *stream) {
    return call_in_context(cuMemcpyHtoDAsync_v2_site, [&] {
        if (!is_device_range(to, bytes)) {
            return int(INVALID_VALUE);
        }
        if (is_pinned(from, bytes) || is_capturing(stream)) {
            return copy(pointer(to), from, bytes, stream);
        }
        const auto *begin = static_cast<const char *>(from); // pageable memory is staged before the call returns
        auto staged = std::make_shared<const std::vector<char>>(begin, begin + bytes);
        return submit(stream, Copy{pointer(to), staged->data(), bytes, staged});
    });
}

CUDA(cuMemcpyDtoHAsync_v2)(void *to, uint64_t from, size_t bytes, void *stream) {
    return call_in_context(cuMemcpyDtoHAsync_v2_site, [&] {
        if (!is_device_range(from, bytes)) {
            return int(INVALID_VALUE);
        }
        const int error = copy(to, pointer(from), bytes, stream);
        const bool asynchronous = is_pinned(to, bytes) || is_capturing(stream);
        return error != SUCCESS || asynchronous ? error : wait_for_stream(stream);
    });
}

CUDA(cuMemcpyDtoDAsync_v2)(uint64_t to, uint64_t from, size_t bytes, void *stream) {
    return call_in_context(cuMemcpyDtoDAsync_v2_site, [&] {
        const bool known = is_device_range(to, bytes) && is_device_range(from, bytes);
        return known ? copy(pointer(to), pointer(from), bytes, stream) : int(INVALID_VALUE);
    });
}

CUDA(cuMemsetD8_v2)(uint64_t to, unsigned char value, size_t count) {
    return call_in_context(cuMemsetD8_v2_site, [&] { return fill_and_wait(to, value, count); });
}

CUDA(cuMemsetD32_v2)(uint64_t to, uint32_t value, size_t count) {
    return call_in_context(cuMemsetD32_v2_site, [&] { return fill_and_wait(to, value, count); });
}

CUDA(cuMemsetD8Async)(uint64_t to, unsigned char value, size_t count, void *stream) {
    return call_in_context(cuMemsetD8Async_site, [&] { return fill(to, value, count, stream); });
}

CUDA(cuMemsetD32Async)(uint64_t to, uint32_t value, size_t count, void *stream) {
    return call_in_context(cuMemsetD32Async_site, [&] { return fill(to, value, count, stream); });
}
