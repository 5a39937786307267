// Streams, events, and what is queued in them. A stream made as non-blocking has a thread of its own; all others, the default stream among
// them, share one, which keeps the order that CUDA gives them.
#pragma once

#include "fibers.h"
#include "modules.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <variant>
#include <vector>

namespace stand_in {

class Worker;
class Event;

struct Copy {
    void *to;
    const void *from;
    size_t bytes;
    std::shared_ptr<const std::vector<char>> staged = nullptr; // holds what `from` points to, if it is ours
};

struct Fill {
    void *to;
    uint64_t word;
    size_t word_bytes; // 1, 2 or 4
    size_t words;
};

struct KernelRun {
    std::shared_ptr<const Module> module;
    const KernelDescription *kernel;
    Dimensions grid;
    Dimensions block;
    size_t dynamic_shared_bytes;
    std::vector<uint64_t> arguments; // one after the other, each from a multiple of 16 bytes
};

/** Keeps the time; that the work is done is known from the worker. */
struct Record {
    std::shared_ptr<Event> event;
};

struct Await {
    std::shared_ptr<Worker> worker;
    uint64_t ticket;
};

struct Nothing {};

using Node = std::variant<KernelRun, Copy, Fill, Record, Await, Nothing>;
using Work = std::shared_ptr<const std::vector<Node>>;

/** Puts the node in the stream, or in the graph that the stream captures. */
int submit(void *stream, Node node);
/** Puts all of it in the stream as one piece; a stream that captures takes none. */
int submit_work(void *stream, const Work &work);
bool is_capturing(void *stream);
/** Waits until the stream has done what it holds. Returns the sticky error. */
int wait_for_stream(void *stream);
void wait_for_all_streams();

size_t live_streams();
size_t live_events();

} // namespace stand_in
