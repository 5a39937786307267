// Linked into a kernel library whose kernels g++ compiled with -fsanitize=thread: they call these functions at every access to memory,
// and here another thread of the block may come first. So a race shows in the results of some seeds; without a seed nothing changes.
#include "fibers.h"

extern "C" {
void __tsan_init() {}
void __tsan_func_entry(void *) {}
void __tsan_func_exit() {}
void __tsan_vptr_update(void **, void *) {}
void __tsan_vptr_read(void **) {}
void __tsan_read_range(void *, unsigned long) { stand_in::interrupt(); }
void __tsan_write_range(void *, unsigned long) { stand_in::interrupt(); }
#define ACCESS(bytes)                                                          \
    void __tsan_read##bytes(void *) { stand_in::interrupt(); }                 \
    void __tsan_write##bytes(void *) { stand_in::interrupt(); }                \
    void __tsan_unaligned_read##bytes(void *) { stand_in::interrupt(); }       \
    void __tsan_unaligned_write##bytes(void *) { stand_in::interrupt(); }
ACCESS(1)
ACCESS(2)
ACCESS(4)
ACCESS(8)
ACCESS(16)
}
