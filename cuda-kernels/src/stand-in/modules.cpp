#include "modules.h"
#include "calls.h"
#include "control.h"
#include "handles.h"

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fstream>
#include <link.h>

namespace stand_in {

namespace {

constexpr unsigned FAT_BINARY = 0xba55ed50;
constexpr unsigned MACHINE_CUDA = 190;
constexpr const char *KERNELS_VARIABLE = "STAND_IN_KERNELS";
constexpr const char *DEFAULT_KERNELS = "undercurrent-kernels.so";

struct Kernels {
    std::mutex mutex;
    std::string path;
};

Kernels &kernels() {
    static Kernels *kernels = new Kernels;
    return *kernels;
}

std::string kernels_path() {
    const std::lock_guard<std::mutex> lock(kernels().mutex);
    if (!kernels().path.empty()) {
        return kernels().path;
    }
    if (const char *named = getenv(KERNELS_VARIABLE)) {
        return named;
    }
    Dl_info self;
    if (dladdr(reinterpret_cast<void *>(&kernels_path), &self) == 0) {
        return DEFAULT_KERNELS;
    }
    const std::string driver = self.dli_fname;
    return driver.substr(0, driver.rfind('/') + 1) + DEFAULT_KERNELS;
}

enum class Image { HOST_LIBRARY, DEVICE_CODE, UNKNOWN };

/** What an image is by its beginning; `image` has at least `length` bytes, or ends with a zero before. */
Image kind_of(const char *image, size_t length) {
    unsigned magic = 0;
    if (length < 4 || strnlen(image, 4) < 4) {
        return Image::UNKNOWN;
    }
    memcpy(&magic, image, sizeof magic);
    if (memcmp(image, ELFMAG, SELFMAG) == 0) {
        const auto *header = reinterpret_cast<const Elf64_Ehdr *>(image);
        return length >= sizeof *header && header->e_machine == MACHINE_CUDA ? Image::DEVICE_CODE : Image::HOST_LIBRARY;
    }
    const bool ptx = memmem(image, strnlen(image, length), ".version", 8) != nullptr;
    return magic == FAT_BINARY || ptx ? Image::DEVICE_CODE : Image::UNKNOWN;
}

/** A module's shared memory is its thread-local storage. */
void find_shared_memory(Module &module) {
    size_t id = 0;
    if (dlinfo(module.library, RTLD_DI_TLS_MODID, &id) != 0 || id == 0) {
        return;
    }
    module.shared_module = id;
    const auto visit = [](dl_phdr_info *info, size_t, void *data) {
        auto &found = *static_cast<Module *>(data);
        if (info->dlpi_tls_modid != found.shared_module) {
            return 0;
        }
        for (int i = 0; i < info->dlpi_phnum; i++) {
            if (info->dlpi_phdr[i].p_type == PT_TLS) {
                found.shared_bytes = info->dlpi_phdr[i].p_memsz;
            }
        }
        return 1;
    };
    dl_iterate_phdr(visit, &module);
}

int load_library(void **handle, const std::string &path) {
    auto module = std::make_shared<Module>();
    module->library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (module->library == nullptr) {
        fprintf(stderr, "stand-in driver: %s\n", dlerror());
        return INVALID_IMAGE;
    }
    const auto table = reinterpret_cast<KernelTable>(dlsym(module->library, KERNEL_TABLE_FUNCTION));
    if (table == nullptr) {
        fprintf(stderr, "stand-in driver: %s has no table of kernels\n", path.c_str());
        return INVALID_IMAGE;
    }
    find_shared_memory(*module);
    size_t count = 0;
    const KernelDescription *described = table(&count);
    for (size_t i = 0; i < count; i++) {
        module->functions.push_back({&described[i], module.get()});
    }
    *handle = Handles<Module>::all().add(std::move(module));
    return SUCCESS;
}

/** PTX ends with a zero; the header of a fat binary or a cubin is longer than 64 bytes. A host library is loaded by its path only. */
int load_image(void **handle, const void *image) {
    const auto *bytes = static_cast<const char *>(image);
    const bool text = strnlen(bytes, 4) == 4 && memcmp(bytes, ELFMAG, SELFMAG) != 0;
    const size_t readable = text && static_cast<unsigned char>(bytes[0]) != (FAT_BINARY & 0xff) ? strlen(bytes) : 64;
    return kind_of(bytes, readable) == Image::DEVICE_CODE ? load_library(handle, kernels_path()) : int(INVALID_IMAGE);
}

int load_file(void **handle, const char *path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return FILE_NOT_FOUND;
    }
    std::string beginning(1 << 16, '\0');
    file.read(beginning.data(), std::streamsize(beginning.size()));
    switch (kind_of(beginning.data(), size_t(file.gcount()))) {
    case Image::HOST_LIBRARY: return load_library(handle, path);
    case Image::DEVICE_CODE: return load_library(handle, kernels_path());
    default: return INVALID_IMAGE;
    }
}

} // namespace

Module::~Module() {
    if (library != nullptr) {
        dlclose(library);
    }
}

const Function *find_function(const void *handle) {
    for (const std::shared_ptr<Module> &module : Handles<Module>::all().list()) {
        for (const Function &function : module->functions) {
            if (&function == handle) {
                return &function;
            }
        }
    }
    return nullptr;
}

void name_kernels(const char *path) {
    const std::lock_guard<std::mutex> lock(kernels().mutex);
    kernels().path = path == nullptr ? "" : path;
}

size_t live_modules() {
    return Handles<Module>::all().size();
}

void forget_modules() {
    Handles<Module>::all().clear();
}

} // namespace stand_in

using namespace stand_in;

CUDA(cuModuleLoad)(void **module, const char *path) {
    return call_in_context(cuModuleLoad_site, [&] { return load_file(module, path); });
}

CUDA(cuModuleLoadData)(void **module, const void *image) {
    return call_in_context(cuModuleLoadData_site, [&] { return load_image(module, image); });
}

CUDA(cuModuleLoadDataEx)(void **module, const void *image, unsigned, void *, void *) {
    return call_in_context(cuModuleLoadDataEx_site, [&] { return load_image(module, image); });
}

CUDA(cuModuleLoadFatBinary)(void **module, const void *image) {
    return call_in_context(cuModuleLoadFatBinary_site, [&] { return load_image(module, image); });
}

CUDA(cuModuleUnload)(void *module) {
    return release_in_context(cuModuleUnload_site, [&] {
        return Handles<Module>::all().remove(module) == nullptr ? INVALID_HANDLE : SUCCESS; // queued launches still hold it
    });
}

CUDA(cuModuleGetFunction)(const void **function, void *module, const char *name) {
    return call_in_context(cuModuleGetFunction_site, [&] {
        const std::shared_ptr<Module> found = Handles<Module>::all().find(module);
        if (found == nullptr) {
            return INVALID_HANDLE;
        }
        for (const Function &candidate : found->functions) {
            if (strcmp(candidate.kernel->name, name) == 0) {
                *function = &candidate;
                return SUCCESS;
            }
        }
        return NOT_FOUND;
    });
}

CUDA(cuFuncGetAttribute)(int *value, int attribute, void *function) {
    return call_in_context(cuFuncGetAttribute_site, [&] {
        if (find_function(function) == nullptr) {
            return INVALID_HANDLE;
        }
        *value = attribute == 0 ? 1024 : 0; // 0: most threads of a block; registers and memory of a kernel are not known here
        return SUCCESS;
    });
}

CUDA(cuFuncSetAttribute)(void *function, int, int) {
    return call_in_context(cuFuncSetAttribute_site, [&] { return find_function(function) == nullptr ? INVALID_HANDLE : SUCCESS; });
}

CUDA(cuOccupancyMaxActiveBlocksPerMultiprocessor)(int *blocks, void *function, int, size_t) {
    return call_in_context(cuOccupancyMaxActiveBlocksPerMultiprocessor_site, [&] {
        *blocks = 1;
        return find_function(function) == nullptr ? INVALID_HANDLE : SUCCESS;
    });
}
