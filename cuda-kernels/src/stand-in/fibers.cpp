#include "block.h"
#include "traps.h"

#include <cstdio>
#include <sys/mman.h>

namespace stand_in {

__constinit thread_local Thread *current __attribute__((tls_model("initial-exec"))) = nullptr;
__constinit thread_local BlockView view __attribute__((tls_model("initial-exec"))) = {};

namespace {

constexpr size_t STACK_BYTES = 64 * 1024;
constexpr size_t GUARD_BYTES = 4096;
constexpr unsigned MOST_ACCESSES_IN_A_ROW = 16;

std::atomic<bool> abandoned{false};

/** Saves the callee's registers on the stack, keeps its pointer in `*from`, goes on with the stack `to`. */
extern "C" void stand_in_switch(void **from, void *to);
asm(R"(
.text
.globl stand_in_switch
.hidden stand_in_switch
.type stand_in_switch,@function
stand_in_switch:
    push %rbp
    push %rbx
    push %r12
    push %r13
    push %r14
    push %r15
    mov %rsp,(%rdi)
    mov %rsi,%rsp
    pop %r15
    pop %r14
    pop %r13
    pop %r12
    pop %rbx
    pop %rbp
    ret
.size stand_in_switch,.-stand_in_switch
)");

/** The first bit set at or after `from`, going round; `mask` is not 0. */
unsigned next_bit(unsigned mask, unsigned from) {
    from &= 31;
    const unsigned turned = mask >> from | mask << (-from & 31);
    return (from + unsigned(__builtin_ctz(turned))) & 31;
}

void thread_main();

void start_on(Thread &thread, char *stack, size_t stagger) {
    // Tops of stacks are staggered: else all of them fall into one set of the cache.
    void **top = reinterpret_cast<void **>(stack + STACK_BYTES - stagger % 64 * 192);
    *--top = nullptr;
    *--top = reinterpret_cast<void *>(&thread_main);
    for (int saved = 0; saved < 6; saved++) {
        *--top = nullptr;
    }
    thread.stack = stack;
    thread.stack_pointer = top;
}

void resume(Block &block, void **from, Thread &to) {
    if (to.stack_pointer == nullptr) {
        start_on(to, block.take_stack(), size_t(&to - block.threads.data()));
    }
    current = &to;
    stand_in_switch(from, to.stack_pointer);
}

[[noreturn]] void to_host(Block &block) {
    void *never_resumed;
    stand_in_switch(&never_resumed, block.host_stack_pointer);
    __builtin_unreachable();
}

[[noreturn]] void end_in_deadlock(Block &block) {
    fprintf(stderr, "stand-in driver: block (%u,%u,%u): %u threads wait at a barrier or shuffle that the others never reach\n",
            view.index.x, view.index.y, view.index.z, block.live);
    end_block(LAUNCH_FAILED);
}

void thread_main() {
    for (;;) {
        Thread &me = *current;
        Block &block = *me.block;
        block.launch->body(block.launch->parameters);
        block.leave(me);
        if (block.live == 0) {
            to_host(block);
        }
        Thread *next = block.next_after(me);
        if (next == nullptr) {
            end_in_deadlock(block);
        }
        if (next->stack_pointer == nullptr) { // a thread that has not started takes over this stack without a switch
            next->stack = me.stack;
            next->stack_pointer = me.stack;
            current = next;
            continue;
        }
        block.free_stacks.push_back(me.stack);
        resume(block, &me.stack_pointer, *next);
    }
}

} // namespace

void wait_until_ready(Thread &me) {
    Block &block = *me.block;
    Thread *next = block.next_after(me);
    if (next == nullptr) {
        end_in_deadlock(block);
    }
    if (next != &me) {
        resume(block, &me.stack_pointer, *next);
    }
}

void maybe_give_way(Thread &me) {
    if (me.block->random) {
        wait_until_ready(me);
    }
}

bool is_abandoned() {
    return abandoned.load(std::memory_order_relaxed);
}

Block::~Block() {
    for (char *stack : stacks) {
        munmap(stack - GUARD_BYTES, STACK_BYTES + GUARD_BYTES);
    }
}

char *Block::take_stack() {
    if (free_stacks.empty()) {
        const size_t bytes = STACK_BYTES + GUARD_BYTES;
        void *mapping = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (mapping == MAP_FAILED) {
            fprintf(stderr, "stand-in driver: no memory for the stacks of a block\n");
            end_block(OUT_OF_MEMORY);
        }
        mprotect(mapping, GUARD_BYTES, PROT_NONE);
        stacks.push_back(static_cast<char *>(mapping) + GUARD_BYTES);
        free_stacks.push_back(stacks.back());
        free_stacks.reserve(stacks.size());
    }
    char *stack = free_stacks.back();
    free_stacks.pop_back();
    return stack;
}

Thread *Block::pick(unsigned first_warp, unsigned first_lane) {
    if (ready_warps == 0) {
        return nullptr;
    }
    if (random) {
        const uint64_t choice = next_random();
        first_warp = unsigned(choice >> 40);
        first_lane = unsigned(choice >> 50);
    } else if (first_lane == WARP_LANES) {
        first_warp++;
        first_lane = 0;
    }
    Warp &warp = warps[next_bit(ready_warps, first_warp)];
    return &threads[warp.number * WARP_LANES + next_bit(warp.ready, first_lane)];
}

void give_way() {
    if (is_abandoned()) {
        end_block(LAUNCH_FAILED);
    }
    Thread &me = *current;
    Block &block = *me.block;
    Thread *next = block.pick(me.warp->number + 1, me.lane + 1); // another warp first: it may be the one that is waited for
    if (next != &me) {
        resume(block, &me.stack_pointer, *next);
    }
}

void interrupt() {
    if (current == nullptr || current->block->random == 0) {
        return;
    }
    Block &block = *current->block;
    if (block.accesses_left > 0) {
        block.accesses_left--;
        return;
    }
    block.accesses_left = unsigned(block.next_random() >> 33) % MOST_ACCESSES_IN_A_ROW;
    give_way();
}

void end_block(int error) {
    Block &block = *current->block;
    block.error = error;
    to_host(block);
}

void abandon_blocks(bool abandon) {
    abandoned = abandon;
}

void Block::prepare(const Launch &what, uint64_t number) {
    const auto count = unsigned(what.block.count());
    launch = &what;
    error = SUCCESS;
    live = count;
    arrived = 0;
    generation = 0;
    random = what.seed == 0 ? 0 : (what.seed + number * 0x9e3779b97f4a7c15u) | 1;
    free_stacks = stacks;
    threads.resize(count);
    warps.resize((count + WARP_LANES - 1) / WARP_LANES);
    ready_warps = 0;
    for (Warp &warp : warps) {
        warp.number = unsigned(&warp - warps.data());
        warp.lanes = count - warp.number * WARP_LANES >= WARP_LANES ? ~0u : (1u << count % WARP_LANES) - 1;
        warp.ready = 0;
        warp.full.mask = ~0u;
        warp.full.arrived = 0;
        warp.partial.clear();
        ready(warp, warp.lanes);
    }
    unsigned x = 0, y = 0, z = 0;
    for (unsigned i = 0; i < count; i++) {
        threads[i] = {{x, y, z}, i % WARP_LANES, &warps[i / WARP_LANES], this, nullptr, nullptr};
        if (++x == what.block.x) {
            x = 0;
            if (++y == what.block.y) {
                y = 0;
                z++;
            }
        }
    }
    dynamic_shared.resize((what.dynamic_shared_bytes + 7) / 8 + 1);
    memset(dynamic_shared.data(), what.fill, dynamic_shared.size() * 8);
    const Dimensions &grid = what.grid;
    const Index index = {unsigned(number % grid.x), unsigned(number / grid.x % grid.y), unsigned(number / (uint64_t(grid.x) * grid.y))};
    void *dynamic = dynamic_shared.data() + (reinterpret_cast<uintptr_t>(dynamic_shared.data()) / 8 & 1);
    view = {index, what.block, grid, dynamic};
}

namespace {

struct SharedMemory {
    size_t module;
    size_t offset;
};
extern "C" void *__tls_get_addr(SharedMemory *);

} // namespace

int run_block(const Launch &launch, uint64_t block_number) {
    static thread_local Block block;
    block.prepare(launch, block_number);
    if (launch.shared_module != 0) { // what a block leaves in shared memory must not be what the next one starts from
        SharedMemory where = {launch.shared_module, 0};
        memset(__tls_get_addr(&where), launch.fill, launch.shared_bytes);
    }
    enter_kernel();
    resume(block, &block.host_stack_pointer, *block.pick(0, 0));
    leave_kernel();
    current = nullptr;
    return block.error;
}

} // namespace stand_in
