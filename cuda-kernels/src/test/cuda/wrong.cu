// Kernels with a planted fault each, beside the right one: what the stand-in driver must find.

// Half of a warp waits in a shuffle for the other half, which waits at the barrier.
extern "C" __global__ void divergentBarrier(int *out) {
    if (threadIdx.x < 16) {
        out[0] = __shfl_sync(0xffffffffu, 1, 31);
    } else {
        __syncthreads();
        out[0] = __shfl_sync(0xffffffffu, 1, 0);
    }
}

// The halves of the block come to two barriers.
extern "C" __global__ void twoBarriers(int *out) {
    if (threadIdx.x < 32) {
        __syncthreads();
    } else {
        __syncthreads();
    }
    out[0] = 1;
}

template <bool WITH_BARRIER> static __device__ void reverseThen(const int *in, int *out) {
    __shared__ int shared[256];
    shared[threadIdx.x] = in[threadIdx.x];
    if (WITH_BARRIER) {
        __syncthreads();
    }
    out[threadIdx.x] = shared[blockDim.x - 1 - threadIdx.x];
}

extern "C" __global__ void reversed(const int *in, int *out) {
    reverseThen<true>(in, out);
}

extern "C" __global__ void reversedWithoutBarrier(const int *in, int *out) {
    reverseThen<false>(in, out);
}

extern "C" __global__ void counted(int *out) {
    __shared__ int count;
    if (threadIdx.x == 0) {
        count = 0;
    }
    __syncthreads();
    atomicAdd(&count, (int) threadIdx.x);
    __syncthreads();
    if (threadIdx.x == 0) {
        out[0] = count;
    }
}

// The threads' additions overwrite each other.
extern "C" __global__ void countedWithRace(int *out) {
    __shared__ int count;
    if (threadIdx.x == 0) {
        count = 0;
    }
    __syncthreads();
    count = count + (int) threadIdx.x;
    __syncthreads();
    if (threadIdx.x == 0) {
        out[0] = count;
    }
}

// Block 0 is to add up what the others write, but does not wait for them.
extern "C" __global__ void blocksWithoutOrder(int *cells, int *out) {
    if (threadIdx.x == 0) {
        cells[blockIdx.x] = (int) blockIdx.x + 1;
        if (blockIdx.x == gridDim.x / 2) {
            int sum = 0;
            for (unsigned i = 0; i < gridDim.x; i++) {
                sum += cells[i];
            }
            out[0] = sum;
        }
    }
}

// Sums shared memory and global memory that nobody has written.
extern "C" __global__ void sumsOfTheUnwritten(const int *unwritten, int *out) {
    __shared__ int shared[8];
    if (threadIdx.x == 0) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += shared[i];
        }
        out[0] = unwritten[3];
        out[1] = sum;
        for (int i = 0; i < 8; i++) {
            shared[i] = 1;
        }
    }
}

extern "C" __global__ void indexesShared(int *out, int index) {
    __shared__ int shared[32];
    shared[threadIdx.x] = (int) threadIdx.x;
    __syncthreads();
    out[threadIdx.x] = shared[index];
}

extern "C" __global__ void writesPairAt(int *out, int index) {
    *reinterpret_cast<int2 *>(out + index) = make_int2(1, 2);
}

static __device__ __noinline__ int deep(int n) {
    volatile int locals[64];
    locals[n & 63] = n;
    return n == 0 ? 0 : deep(n - 1) + locals[n & 63];
}

extern "C" __global__ void fillsTheStack(int *out, int depth) {
    out[0] = deep(depth);
}
