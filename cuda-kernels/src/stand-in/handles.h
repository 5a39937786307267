// What the driver hands out and takes back: a handle is the address of the object, good until it is destroyed.
#pragma once

#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace stand_in {

template <class T> class Handles {
  public:
    /** The handles of this type. Never destroyed: threads of the driver outlive static objects. */
    static Handles &all() {
        static Handles *handles = new Handles;
        return *handles;
    }

    void *add(std::shared_ptr<T> object) {
        const std::lock_guard<std::mutex> lock(mutex);
        void *handle = object.get();
        objects[handle] = std::move(object);
        return handle;
    }
    /** Null: there is no such object. */
    std::shared_ptr<T> find(void *handle) const {
        const std::lock_guard<std::mutex> lock(mutex);
        const auto found = objects.find(handle);
        return found == objects.end() ? nullptr : found->second;
    }
    /** The object, which is no longer known by its handle. */
    std::shared_ptr<T> remove(void *handle) {
        const std::lock_guard<std::mutex> lock(mutex);
        const auto found = objects.find(handle);
        if (found == objects.end()) {
            return nullptr;
        }
        std::shared_ptr<T> object = std::move(found->second);
        objects.erase(found);
        return object;
    }
    size_t size() const {
        const std::lock_guard<std::mutex> lock(mutex);
        return objects.size();
    }
    void clear() {
        const std::lock_guard<std::mutex> lock(mutex);
        objects.clear();
    }
    std::vector<std::shared_ptr<T>> list() const {
        const std::lock_guard<std::mutex> lock(mutex);
        std::vector<std::shared_ptr<T>> found;
        for (const auto &[handle, object] : objects) {
            found.push_back(object);
        }
        return found;
    }

  private:
    mutable std::mutex mutex;
    std::unordered_map<void *, std::shared_ptr<T>> objects;
};

} // namespace stand_in
