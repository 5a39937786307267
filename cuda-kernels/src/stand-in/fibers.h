// Runs one block of a kernel on one thread of the operating system: every CUDA thread of the block is a fiber on it, so `__shared__` is
// `static thread_local`. A fiber runs until it must wait (barrier, shuffle, vote) or gives way; then the next one that can run does.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <type_traits>

namespace stand_in {

struct Index {
    unsigned x, y, z;
};

struct Dimensions {
    unsigned x, y, z;
    constexpr Dimensions(unsigned x = 1, unsigned y = 1, unsigned z = 1) : x(x), y(y), z(z) {}
    constexpr uint64_t count() const { return uint64_t(x) * y * z; }
};

#pragma GCC visibility push(default) // a kernel library uses what is from here to the pop

struct Warp;
struct Block;

/** One CUDA thread of the running block. */
struct Thread {
    Index index;
    unsigned lane;
    Warp *warp;
    Block *block;
    void *stack_pointer; // null: not started yet
    char *stack;
};

/** What a kernel can ask of its block. */
struct BlockView {
    Index index;
    Dimensions dimensions;
    Dimensions grid;
    void *dynamic_shared;
};

/** The CUDA thread that runs on this thread of the operating system. */
extern __constinit thread_local Thread *current __attribute__((tls_model("initial-exec")));
extern __constinit thread_local BlockView view __attribute__((tls_model("initial-exec")));

enum class Vote { COUNT, ALL };

/** `__syncthreads()`; the threads that meet must come from the same line of the source. */
void barrier(int line);
int barrier_vote(int line, int predicate, Vote vote);
/** `__syncwarp(mask)`. */
void warp_barrier(unsigned mask);
/** Gives `value`, takes the one that lane `source` gives. */
uint64_t exchange(unsigned mask, uint64_t value, unsigned source);
unsigned ballot(unsigned mask, bool predicate);
/** The values that the lanes of the mask give, good until the lane meets the others again. */
struct Gathered {
    const uint64_t *values;
    unsigned lanes;
};
Gathered gather(unsigned mask, uint64_t value);
/** Lets another thread of the block run. */
void give_way();
/** With a seed, lets another thread of the block run now and then; for accesses to memory, where a thread can be interrupted. */
void interrupt();
/** Ends the block, and with it the launch, with an error of the driver. */
[[noreturn]] void end_block(int error);

#pragma GCC visibility pop

template <class T> inline uint64_t to_bits(T value) {
    static_assert(sizeof(T) <= 8 && std::is_trivially_copyable_v<T>, "shuffles move up to 8 bytes");
    uint64_t bits = 0;
    memcpy(&bits, &value, sizeof value);
    return bits;
}

template <class T> inline T from_bits(uint64_t bits) {
    T value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

/** What the driver must know of a kernel; each kernel library has a table of them. */
struct KernelDescription {
    const char *name;
    unsigned parameter_count;
    const unsigned *parameter_bytes;
    void (*body)(void **parameters);
};

/** The function with which a kernel library shows its table. */
using KernelTable = const KernelDescription *(*)(size_t *count);
constexpr const char *KERNEL_TABLE_FUNCTION = "stand_in_kernel_table";

/** One launch, as every block of it sees it. */
struct Launch {
    void (*body)(void **parameters);
    void **parameters;
    Dimensions grid;
    Dimensions block;
    size_t dynamic_shared_bytes;
    size_t shared_module; // the id of the module's thread-local storage, which is its shared memory; 0: it has none
    size_t shared_bytes;
    uint64_t seed; // 0: threads in order of their index; else another order for each seed
    unsigned char fill; // what fresh memory holds
};

/** Runs one block on the calling thread. Returns 0 or an error of the driver. */
int run_block(const Launch &launch, uint64_t block_number);

/** Tells every block that runs to leave with an error as soon as it waits or gives way. */
void abandon_blocks(bool abandon);

} // namespace stand_in
