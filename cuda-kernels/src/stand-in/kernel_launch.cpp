#include "kernel_launch.h"
#include "calls.h"

#include <algorithm>
#include <cstring>

namespace stand_in {

namespace {

constexpr unsigned MOST_THREADS = 1024;
constexpr unsigned MOST_DEEP = 64;
constexpr unsigned MOST_GRID_Y = 65535;
constexpr size_t MOST_SHARED_BYTES = 227 * 1024;
void *const BUFFER_POINTER = reinterpret_cast<void *>(1); // CU_LAUNCH_PARAM_BUFFER_POINTER

bool possible(const Dimensions &grid, const Dimensions &block) {
    return grid.count() > 0 && grid.x <= 2147483647u && grid.y <= MOST_GRID_Y && grid.z <= MOST_GRID_Y && block.count() > 0
        && block.count() <= MOST_THREADS && block.z <= MOST_DEEP;
}

/** Where each argument lies in the buffer that `extra` names: one after the other, each at a multiple of its size, at most 8. */
bool arguments_in(void **extra, const KernelDescription &kernel, std::vector<void *> &pointers) {
    char *buffer = nullptr;
    for (void **entry = extra; entry != nullptr && *entry != nullptr; entry += 2) {
        if (entry[0] == BUFFER_POINTER) {
            buffer = static_cast<char *>(entry[1]);
        }
    }
    size_t offset = 0;
    for (unsigned i = 0; i < kernel.parameter_count; i++) {
        const size_t bytes = kernel.parameter_bytes[i], alignment = std::min<size_t>(bytes, 8);
        offset = (offset + alignment - 1) / alignment * alignment;
        pointers.push_back(buffer + offset);
        offset += bytes;
    }
    return buffer != nullptr;
}

int launch(void *function, Dimensions grid, Dimensions block, unsigned shared_bytes, void *stream, void **parameters, void **extra) {
    KernelRun run;
    const int error = make_run(run, function, grid, block, shared_bytes, parameters, extra);
    return error != SUCCESS ? error : submit(stream, std::move(run));
}

} // namespace

int make_run(KernelRun &run, const void *handle, Dimensions grid, Dimensions block, size_t dynamic_shared_bytes, void **parameters,
             void **extra) {
    const Function *function = find_function(handle);
    if (function == nullptr) {
        return INVALID_HANDLE;
    }
    if (!possible(grid, block) || dynamic_shared_bytes > MOST_SHARED_BYTES) {
        return INVALID_VALUE;
    }
    const KernelDescription &kernel = *function->kernel;
    std::vector<void *> buffered;
    if (parameters == nullptr && kernel.parameter_count > 0) {
        if (!arguments_in(extra, kernel, buffered)) {
            return INVALID_VALUE;
        }
        parameters = buffered.data();
    }
    run = {function->module->shared_from_this(), &kernel, grid, block, dynamic_shared_bytes, {}};
    for (unsigned i = 0; i < kernel.parameter_count; i++) {
        const size_t at = run.arguments.size();
        run.arguments.resize(at + (kernel.parameter_bytes[i] + 15) / 16 * 2);
        memcpy(&run.arguments[at], parameters[i], kernel.parameter_bytes[i]);
    }
    return SUCCESS;
}

} // namespace stand_in

using namespace stand_in;

CUDA(cuLaunchKernel)(void *function, unsigned grid_x, unsigned grid_y, unsigned grid_z, unsigned block_x, unsigned block_y,
                     unsigned block_z, unsigned shared_bytes, void *stream, void **parameters, void **extra) {
    return call_in_context(cuLaunchKernel_site, [&] {
        return launch(function, {grid_x, grid_y, grid_z}, {block_x, block_y, block_z}, shared_bytes, stream, parameters, extra);
    });
}
