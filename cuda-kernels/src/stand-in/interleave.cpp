// Linked into a kernel library whose kernels g++ compiled with -fsanitize=thread: they call these functions at every access to memory,
// and here another thread of the block may come first. So a race shows in the results of some seeds; without a seed nothing changes.
#include "fibers.h"

namespace {

constexpr unsigned MOST_ACCESSES_IN_A_ROW = 16;

void maybe_give_way() {
    static thread_local uint64_t random = 0;
    static thread_local uint64_t seeded_by = 0;
    static thread_local unsigned left = 0;
    const uint64_t seed = stand_in::current == nullptr ? 0 : stand_in::launch_seed();
    if (seed == 0) {
        return;
    }
    if (seed != seeded_by) {
        seeded_by = random = seed;
    }
    if (left > 0) {
        left--;
        return;
    }
    random = random * 6364136223846793005u + 1442695040888963407u;
    left = unsigned(random >> 33) % MOST_ACCESSES_IN_A_ROW;
    stand_in::give_way();
}

} // namespace

extern "C" {
void __tsan_init() {}
void __tsan_func_entry(void *) {}
void __tsan_func_exit() {}
void __tsan_vptr_update(void **, void *) {}
void __tsan_vptr_read(void **) {}
void __tsan_read_range(void *, unsigned long) { maybe_give_way(); }
void __tsan_write_range(void *, unsigned long) { maybe_give_way(); }
#define ACCESS(bytes)                                                    \
    void __tsan_read##bytes(void *) { maybe_give_way(); }                \
    void __tsan_write##bytes(void *) { maybe_give_way(); }               \
    void __tsan_unaligned_read##bytes(void *) { maybe_give_way(); }      \
    void __tsan_unaligned_write##bytes(void *) { maybe_give_way(); }
ACCESS(1)
ACCESS(2)
ACCESS(4)
ACCESS(8)
ACCESS(16)
}
