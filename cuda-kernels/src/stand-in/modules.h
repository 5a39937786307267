// Modules and their kernels: ordinary libraries, compiled from .cu files with cuda_on_host.h.
#pragma once

#include "fibers.h"

#include <memory>
#include <string>
#include <vector>

namespace stand_in {

struct Module;

/** A kernel of a module. */
struct Function {
    const KernelDescription *kernel;
    Module *module;
};

struct Module : std::enable_shared_from_this<Module> {
    void *library = nullptr;
    std::vector<Function> functions;
    size_t shared_module = 0; // see Launch
    size_t shared_bytes = 0;

    Module() = default;
    Module(const Module &) = delete;
    Module &operator=(const Module &) = delete;
    ~Module();
};

/** Null unless the handle is a kernel of a module that is loaded. */
const Function *find_function(const void *handle);

/** The library that stands for PTX and fat binaries; null: the default. */
void name_kernels(const char *path);
size_t live_modules();

} // namespace stand_in
