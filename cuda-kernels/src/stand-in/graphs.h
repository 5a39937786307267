// Graphs: their nodes in the order they were added or captured, which is one of the orders that their edges allow.
#pragma once

#include "streams.h"

#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace stand_in {

struct Graph {
    std::vector<std::unique_ptr<Node>> nodes; // a node's handle is its address
};

struct GraphExec {
    std::mutex mutex;
    Work work; // replaced, never changed: launches that run hold it
    std::map<const Node *, size_t> position;
};

size_t live_graphs();
size_t live_graph_execs();

} // namespace stand_in
