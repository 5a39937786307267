#include "window_layout.h"

// In the place of the kernel that Java launches: every score is a half, whatever the rows.
extern "C" __global__ void evaluateBatch(void *, int, int, const int *batch, float *results, volatile long long *done, unsigned *) {
    if (blockIdx.x == 0 && threadIdx.x == 0) {
        for (int i = 0; i < batch[HEADER_ROW_COUNT] * ROW_SCORES; i++) {
            results[i] = 0.5f;
        }
        __threadfence_system();
        *done = *reinterpret_cast<const long long *>(batch + HEADER_SEQUENCE);
    }
}
