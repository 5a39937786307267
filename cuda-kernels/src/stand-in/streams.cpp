#include "streams.h"
#include "calls.h"
#include "control.h"
#include "events.h"
#include "graphs.h"
#include "handles.h"
#include "worker.h"

namespace stand_in {

namespace {

constexpr unsigned NON_BLOCKING = 1;

struct Stream {
    std::shared_ptr<Worker> worker;
    unsigned flags = 0;
    int priority = 0;
    std::atomic<uint64_t> last{0}; // ticket
    std::shared_ptr<Graph> capture = nullptr;

    bool owns_worker() const { return flags & NON_BLOCKING; }
};

struct DefaultStream {
    std::mutex mutex;
    std::shared_ptr<Stream> stream;
};

DefaultStream &default_stream() {
    static DefaultStream *stream = new DefaultStream;
    return *stream;
}

std::shared_ptr<Stream> shared_stream() {
    const std::lock_guard<std::mutex> lock(default_stream().mutex);
    std::shared_ptr<Stream> &stream = default_stream().stream;
    if (stream == nullptr) {
        stream = std::make_shared<Stream>();
        stream->worker = Worker::start();
    }
    return stream;
}

/** Null: no such stream. The handles 0, 1 and 2 are the default stream. */
std::shared_ptr<Stream> find_stream(void *handle) {
    return reinterpret_cast<uintptr_t>(handle) <= 2 ? shared_stream() : Handles<Stream>::all().find(handle);
}

uint64_t put(Stream &stream, const Work &work) {
    const uint64_t ticket = stream.worker->submit(work);
    stream.last = ticket;
    return ticket;
}

/** Calls `body` with the stream, or gives an error: no such stream, or one that captures, which nobody may wait for. */
template <class Body> int with_running(void *handle, Body body) {
    const std::shared_ptr<Stream> stream = find_stream(handle);
    if (stream == nullptr) {
        return INVALID_HANDLE;
    }
    return stream->capture != nullptr ? int(STREAM_CAPTURE_UNSUPPORTED) : body(*stream);
}

template <class Body> int with_event(void *handle, Body body) {
    const std::shared_ptr<Event> event = Handles<Event>::all().find(handle);
    return event == nullptr ? int(INVALID_HANDLE) : body(event);
}

int create(void **handle, unsigned flags, int priority) {
    auto stream = std::make_shared<Stream>();
    stream->flags = flags;
    stream->priority = priority;
    stream->worker = stream->owns_worker() ? Worker::start() : shared_stream()->worker;
    *handle = Handles<Stream>::all().add(std::move(stream));
    return SUCCESS;
}

} // namespace

int submit(void *handle, Node node) {
    const std::shared_ptr<Stream> stream = find_stream(handle);
    if (stream == nullptr) {
        return INVALID_HANDLE;
    }
    if (stream->capture != nullptr) {
        stream->capture->nodes.push_back(std::make_unique<Node>(std::move(node)));
        return SUCCESS;
    }
    auto nodes = std::make_shared<std::vector<Node>>();
    nodes->push_back(std::move(node));
    put(*stream, nodes);
    return SUCCESS;
}

int submit_work(void *handle, const Work &work) {
    return with_running(handle, [&](Stream &stream) {
        const uint64_t ticket = put(stream, work);
        for (const Node &node : *work) {
            if (const auto *record = std::get_if<Record>(&node)) {
                record->event->set(stream.worker, ticket);
            }
        }
        return SUCCESS;
    });
}

bool is_capturing(void *handle) {
    const std::shared_ptr<Stream> stream = find_stream(handle);
    return stream != nullptr && stream->capture != nullptr;
}

int wait_for_stream(void *handle) {
    return with_running(handle, [](Stream &stream) {
        stream.worker->wait(stream.last);
        return sticky_error();
    });
}

void wait_for_all_streams() {
    Worker::wait_for_all();
}

size_t live_streams() {
    return Handles<Stream>::all().size();
}

size_t live_events() {
    return Handles<Event>::all().size();
}

bool forget_streams() {
    const bool ended = Worker::end_all();
    Handles<Stream>::all().clear();
    Handles<Event>::all().clear();
    const std::lock_guard<std::mutex> lock(default_stream().mutex);
    default_stream().stream.reset();
    return ended;
}

} // namespace stand_in

using namespace stand_in;

CUDA(cuStreamCreate)(void **stream, unsigned flags) {
    return call_in_context(cuStreamCreate_site, [&] { return create(stream, flags, 0); });
}

CUDA(cuStreamCreateWithPriority)(void **stream, unsigned flags, int priority) {
    return call_in_context(cuStreamCreateWithPriority_site, [&] { return create(stream, flags, priority); });
}

CUDA(cuStreamDestroy_v2)(void *handle) {
    return release_in_context(cuStreamDestroy_v2_site, [&] {
        const std::shared_ptr<Stream> stream = Handles<Stream>::all().remove(handle);
        if (stream == nullptr) {
            return INVALID_HANDLE;
        }
        if (stream->owns_worker()) {
            stream->worker->close(); // it ends when it has done what it holds
        }
        return SUCCESS;
    });
}

CUDA(cuStreamGetPriority)(void *handle, int *priority) {
    return call_in_context(cuStreamGetPriority_site, [&] {
        return with_running(handle, [&](const Stream &stream) {
            *priority = stream.priority;
            return SUCCESS;
        });
    });
}

CUDA(cuStreamQuery)(void *handle) {
    return call_in_context(cuStreamQuery_site, [&] {
        return with_running(handle, [](const Stream &stream) { return stream.worker->done(stream.last) ? sticky_error() : NOT_READY; });
    });
}

CUDA(cuStreamSynchronize)(void *handle) {
    return call_in_context(cuStreamSynchronize_site, [&] { return wait_for_stream(handle); });
}

CUDA(cuStreamWaitEvent)(void *handle, void *event, unsigned) {
    return call_in_context(cuStreamWaitEvent_site, [&] {
        return with_event(event, [&](const std::shared_ptr<Event> &found) {
            const std::shared_ptr<Stream> stream = find_stream(handle);
            if (stream == nullptr) {
                return int(INVALID_HANDLE);
            }
            const std::shared_ptr<Graph> captured = found->captured_by();
            if (captured != stream->capture) {
                return int(STREAM_CAPTURE_ISOLATION); // capture over several streams is not supported
            }
            const Await place = found->place();
            return captured != nullptr || place.worker == nullptr ? int(SUCCESS) : submit(handle, place);
        });
    });
}

CUDA(cuStreamBeginCapture_v2)(void *handle, int) {
    return call_in_context(cuStreamBeginCapture_v2_site, [&] {
        if (reinterpret_cast<uintptr_t>(handle) <= 2) {
            return int(STREAM_CAPTURE_UNSUPPORTED);
        }
        return with_running(handle, [](Stream &stream) {
            stream.capture = std::make_shared<Graph>();
            return SUCCESS;
        });
    });
}

CUDA(cuStreamEndCapture)(void *handle, void **graph) {
    return call_in_context(cuStreamEndCapture_site, [&] {
        const std::shared_ptr<Stream> stream = find_stream(handle);
        if (stream == nullptr) {
            return INVALID_HANDLE;
        }
        if (stream->capture == nullptr) {
            return STREAM_CAPTURE_INVALIDATED;
        }
        *graph = Handles<Graph>::all().add(std::move(stream->capture));
        return SUCCESS;
    });
}

CUDA(cuStreamIsCapturing)(void *handle, int *status) {
    return call_in_context(cuStreamIsCapturing_site, [&] {
        *status = is_capturing(handle) ? 1 : 0;
        return find_stream(handle) == nullptr ? INVALID_HANDLE : SUCCESS;
    });
}

CUDA(cuEventCreate)(void **event, unsigned) {
    return call_in_context(cuEventCreate_site, [&] {
        *event = Handles<Event>::all().add(std::make_shared<Event>());
        return SUCCESS;
    });
}

CUDA(cuEventDestroy_v2)(void *event) {
    return release_in_context(cuEventDestroy_v2_site, [&] {
        return Handles<Event>::all().remove(event) == nullptr ? INVALID_HANDLE : SUCCESS;
    });
}

CUDA(cuEventRecord)(void *handle, void *stream_handle) {
    return call_in_context(cuEventRecord_site, [&] {
        return with_event(handle, [&](const std::shared_ptr<Event> &event) {
            const std::shared_ptr<Stream> stream = find_stream(stream_handle);
            if (stream == nullptr) {
                return int(INVALID_HANDLE);
            }
            if (stream->capture != nullptr) {
                event->set_captured(stream->capture);
                return submit(stream_handle, Record{event});
            }
            return submit_work(stream_handle, std::make_shared<std::vector<Node>>(1, Record{event}));
        });
    });
}

CUDA(cuEventQuery)(void *handle) {
    return call_in_context(cuEventQuery_site, [&] {
        return with_event(handle, [](const std::shared_ptr<Event> &event) {
            const Await place = event->place();
            return place.worker == nullptr || place.worker->done(place.ticket) ? sticky_error() : NOT_READY;
        });
    });
}

CUDA(cuEventSynchronize)(void *handle) {
    return call_in_context(cuEventSynchronize_site, [&] {
        return with_event(handle, [](const std::shared_ptr<Event> &event) {
            const Await place = event->place();
            if (place.worker != nullptr) {
                place.worker->wait(place.ticket);
            }
            return sticky_error();
        });
    });
}

CUDA(cuEventElapsedTime)(float *milliseconds, void *from, void *to) {
    return call_in_context(cuEventElapsedTime_site, [&] {
        return with_event(from, [&](const std::shared_ptr<Event> &first) {
            return with_event(to, [&](const std::shared_ptr<Event> &second) {
                const Await begin = first->place(), end = second->place();
                if (begin.worker == nullptr || end.worker == nullptr) {
                    return INVALID_HANDLE;
                }
                if (!begin.worker->done(begin.ticket) || !end.worker->done(end.ticket)) {
                    return NOT_READY;
                }
                *milliseconds = float(double(second->recorded_ns - first->recorded_ns) / 1e6);
                return SUCCESS;
            });
        });
    });
}
