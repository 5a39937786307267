// Linked into every kernel library: shows the driver the kernels that the library's files have.
#include "fibers.h"

extern "C" {
extern const stand_in::KernelDescription kernels_begin[] __asm__("__start_stand_in_kernels") __attribute__((visibility("hidden")));
extern const stand_in::KernelDescription kernels_end[] __asm__("__stop_stand_in_kernels") __attribute__((visibility("hidden")));

__attribute__((visibility("default"))) const stand_in::KernelDescription *stand_in_kernel_table(size_t *count) {
    *count = size_t(kernels_end - kernels_begin);
    return kernels_begin;
}
}
