#include "graphs.h"
#include "calls.h"
#include "control.h"
#include "events.h"
#include "handles.h"
#include "kernel_launch.h"
#include "memory.h"

namespace stand_in {

namespace {

constexpr unsigned HOST_MEMORY = 1; // CUmemorytype

/** CUDA_KERNEL_NODE_PARAMS_v2. */
struct KernelNodeParameters {
    void *function;
    unsigned grid_x, grid_y, grid_z, block_x, block_y, block_z, shared_bytes;
    void **parameters, **extra;
    void *kernel, *context;
};

/** CUDA_MEMCPY3D. */
struct CopyNodeParameters {
    size_t from_x, from_y, from_z, from_level;
    unsigned from_type;
    const void *from_host;
    uint64_t from_device;
    void *from_array, *from_reserved;
    size_t from_pitch, from_height;
    size_t to_x, to_y, to_z, to_level;
    unsigned to_type;
    void *to_host;
    uint64_t to_device;
    void *to_array, *to_reserved;
    size_t to_pitch, to_height;
    size_t width, height, depth;
};

/** CUDA_MEMSET_NODE_PARAMS. */
struct FillNodeParameters {
    uint64_t to;
    size_t pitch;
    unsigned value, word_bytes;
    size_t width, height;
};

int make(Node &node, const KernelNodeParameters &from) {
    KernelRun run;
    const int error = make_run(run, from.function, {from.grid_x, from.grid_y, from.grid_z}, {from.block_x, from.block_y, from.block_z},
                               from.shared_bytes, from.parameters, from.extra);
    node = std::move(run);
    return error;
}

/** Only whole rows: of the three dimensions, one. */
int make(Node &node, const CopyNodeParameters &from) {
    if (from.height > 1 || from.depth > 1) {
        return NOT_SUPPORTED;
    }
    const bool from_host = from.from_type == HOST_MEMORY, to_host = from.to_type == HOST_MEMORY;
    if ((!from_host && !is_device_range(from.from_device + from.from_x, from.width))
        || (!to_host && !is_device_range(from.to_device + from.to_x, from.width))) {
        return INVALID_VALUE;
    }
    const char *source = from_host ? static_cast<const char *>(from.from_host) : reinterpret_cast<const char *>(from.from_device);
    char *target = to_host ? static_cast<char *>(from.to_host) : reinterpret_cast<char *>(from.to_device);
    node = Copy{target + from.to_x, source + from.from_x, from.width};
    return SUCCESS;
}

int make(Node &node, const FillNodeParameters &from) {
    if (from.height > 1) {
        return NOT_SUPPORTED;
    }
    if (from.word_bytes != 1 && from.word_bytes != 2 && from.word_bytes != 4) {
        return INVALID_VALUE;
    }
    node = Fill{reinterpret_cast<void *>(from.to), from.value, from.word_bytes, from.width};
    return is_device_range(from.to, from.width * from.word_bytes) ? SUCCESS : INVALID_VALUE;
}

int append(void **handle, void *graph, Node node) {
    const std::shared_ptr<Graph> found = Handles<Graph>::all().find(graph);
    if (found == nullptr) {
        return INVALID_HANDLE;
    }
    found->nodes.push_back(std::make_unique<Node>(std::move(node)));
    *handle = found->nodes.back().get();
    return SUCCESS;
}

template <class Parameters> int append_made(void **handle, void *graph, const Parameters *parameters) {
    Node node = Nothing{};
    const int error = make(node, *parameters);
    return error != SUCCESS ? error : append(handle, graph, std::move(node));
}

template <class Parameters> int change(void *handle, void *node_handle, const Parameters *parameters) {
    const std::shared_ptr<GraphExec> exec = Handles<GraphExec>::all().find(handle);
    if (exec == nullptr) {
        return INVALID_HANDLE;
    }
    const std::lock_guard<std::mutex> lock(exec->mutex);
    const auto position = exec->position.find(static_cast<const Node *>(node_handle));
    if (position == exec->position.end()) {
        return INVALID_VALUE;
    }
    auto changed = std::make_shared<std::vector<Node>>(*exec->work);
    const int error = make((*changed)[position->second], *parameters);
    if (error == SUCCESS) {
        exec->work = std::move(changed);
    }
    return error;
}

/** CUgraphNodeType. */
int type_of(const Node &node) {
    struct Type {
        int operator()(const KernelRun &) const { return 0; }
        int operator()(const Copy &) const { return 1; }
        int operator()(const Fill &) const { return 2; }
        int operator()(const Nothing &) const { return 5; }
        int operator()(const Await &) const { return 6; }
        int operator()(const Record &) const { return 7; }
    };
    return std::visit(Type{}, node);
}

const Node *find_node(const void *handle) {
    for (const std::shared_ptr<Graph> &graph : Handles<Graph>::all().list()) {
        for (const std::unique_ptr<Node> &node : graph->nodes) {
            if (node.get() == handle) {
                return node.get();
            }
        }
    }
    return nullptr;
}

} // namespace

size_t live_graphs() {
    return Handles<Graph>::all().size();
}

size_t live_graph_execs() {
    return Handles<GraphExec>::all().size();
}

void forget_graphs() {
    Handles<GraphExec>::all().clear();
    Handles<Graph>::all().clear();
}

} // namespace stand_in

using namespace stand_in;

CUDA(cuGraphCreate)(void **graph, unsigned) {
    return call_in_context(cuGraphCreate_site, [&] {
        *graph = Handles<Graph>::all().add(std::make_shared<Graph>());
        return SUCCESS;
    });
}

CUDA(cuGraphDestroy)(void *graph) {
    return release_in_context(cuGraphDestroy_site, [&] {
        return Handles<Graph>::all().remove(graph) == nullptr ? INVALID_HANDLE : SUCCESS;
    });
}

CUDA(cuGraphAddKernelNode_v2)(void **node, void *graph, void **, size_t, const KernelNodeParameters *parameters) {
    return call_in_context(cuGraphAddKernelNode_v2_site, [&] { return append_made(node, graph, parameters); });
}

CUDA(cuGraphAddMemcpyNode)(void **node, void *graph, void **, size_t, const CopyNodeParameters *parameters, void *) {
    return call_in_context(cuGraphAddMemcpyNode_site, [&] { return append_made(node, graph, parameters); });
}

CUDA(cuGraphAddMemsetNode)(void **node, void *graph, void **, size_t, const FillNodeParameters *parameters, void *) {
    return call_in_context(cuGraphAddMemsetNode_site, [&] { return append_made(node, graph, parameters); });
}

CUDA(cuGraphAddEmptyNode)(void **node, void *graph, void **, size_t) {
    return call_in_context(cuGraphAddEmptyNode_site, [&] { return append(node, graph, Nothing{}); });
}

CUDA(cuGraphAddEventRecordNode)(void **node, void *graph, void **, size_t, void *event) {
    return call_in_context(cuGraphAddEventRecordNode_site, [&] {
        const std::shared_ptr<Event> found = Handles<Event>::all().find(event);
        return found == nullptr ? int(INVALID_HANDLE) : append(node, graph, Record{found});
    });
}

CUDA(cuGraphGetNodes)(void *graph, void **nodes, size_t *count) {
    return call_in_context(cuGraphGetNodes_site, [&] {
        const std::shared_ptr<Graph> found = Handles<Graph>::all().find(graph);
        if (found == nullptr) {
            return INVALID_HANDLE;
        }
        if (nodes != nullptr) {
            for (size_t i = 0; i < *count; i++) {
                nodes[i] = i < found->nodes.size() ? found->nodes[i].get() : nullptr;
            }
        }
        *count = found->nodes.size();
        return SUCCESS;
    });
}

CUDA(cuGraphNodeGetType)(void *node, int *type) {
    return call_in_context(cuGraphNodeGetType_site, [&] {
        const Node *found = find_node(node);
        if (found == nullptr) {
            return INVALID_HANDLE;
        }
        *type = type_of(*found);
        return SUCCESS;
    });
}

CUDA(cuGraphInstantiateWithFlags)(void **handle, void *graph, unsigned long long) {
    return call_in_context(cuGraphInstantiateWithFlags_site, [&] {
        const std::shared_ptr<Graph> found = Handles<Graph>::all().find(graph);
        if (found == nullptr) {
            return INVALID_HANDLE;
        }
        auto exec = std::make_shared<GraphExec>();
        auto work = std::make_shared<std::vector<Node>>();
        for (const std::unique_ptr<Node> &node : found->nodes) {
            exec->position[node.get()] = work->size();
            work->push_back(*node);
        }
        exec->work = std::move(work);
        *handle = Handles<GraphExec>::all().add(std::move(exec));
        return SUCCESS;
    });
}

CUDA(cuGraphExecKernelNodeSetParams_v2)(void *exec, void *node, const KernelNodeParameters *parameters) {
    return call_in_context(cuGraphExecKernelNodeSetParams_v2_site, [&] { return change(exec, node, parameters); });
}

CUDA(cuGraphExecMemcpyNodeSetParams)(void *exec, void *node, const CopyNodeParameters *parameters, void *) {
    return call_in_context(cuGraphExecMemcpyNodeSetParams_site, [&] { return change(exec, node, parameters); });
}

CUDA(cuGraphUpload)(void *exec, void *) {
    return call_in_context(cuGraphUpload_site, [&] {
        return Handles<GraphExec>::all().find(exec) == nullptr ? INVALID_HANDLE : SUCCESS;
    });
}

CUDA(cuGraphLaunch)(void *handle, void *stream) {
    return call_in_context(cuGraphLaunch_site, [&] {
        const std::shared_ptr<GraphExec> exec = Handles<GraphExec>::all().find(handle);
        if (exec == nullptr) {
            return int(INVALID_HANDLE);
        }
        const std::lock_guard<std::mutex> lock(exec->mutex);
        return submit_work(stream, exec->work);
    });
}

CUDA(cuGraphExecDestroy)(void *exec) {
    return release_in_context(cuGraphExecDestroy_site, [&] {
        return Handles<GraphExec>::all().remove(exec) == nullptr ? INVALID_HANDLE : SUCCESS;
    });
}
