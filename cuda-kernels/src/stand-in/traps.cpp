#include "traps.h"
#include "fibers.h"
#include "results.h"

#include <csignal>
#include <cstdio>
#include <cstring>
#include <mutex>
#include <sys/mman.h>
#include <ucontext.h>

namespace stand_in {

namespace {

constexpr int TRAPPED[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP};
constexpr size_t SIGNAL_STACK_BYTES = 64 * 1024;

/** The fault that ends the running block. */
struct Fault {
    int signal;
    const void *address;
};

thread_local Fault fault __attribute__((tls_model("initial-exec"))) = {0, nullptr};
thread_local volatile bool in_kernel __attribute__((tls_model("initial-exec"))) = false;
struct sigaction previous[NSIG];

/** A stack for the handler: the fiber's own may be the one that is full. */
struct SignalStack {
    void *memory = mmap(nullptr, SIGNAL_STACK_BYTES, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    SignalStack() {
        stack_t stack = {};
        stack.ss_sp = memory;
        stack.ss_size = SIGNAL_STACK_BYTES;
        sigaltstack(&stack, nullptr);
    }
    ~SignalStack() {
        stack_t none = {};
        none.ss_flags = SS_DISABLE;
        sigaltstack(&none, nullptr);
        munmap(memory, SIGNAL_STACK_BYTES);
    }
};

/** Where the thread goes on after the handler has returned: in the kernel's fiber, outside of any signal. */
[[noreturn]] void end_after_fault() {
    const bool access = fault.signal == SIGSEGV || fault.signal == SIGBUS;
    const Index &block = view.index, &thread = current->index;
    fprintf(stderr, "stand-in driver: %s %p, thread (%u,%u,%u) of block (%u,%u,%u)\n",
            access ? "access to" : strsignal(fault.signal), fault.address, thread.x, thread.y, thread.z, block.x, block.y, block.z);
    end_block(access ? ILLEGAL_ADDRESS : LAUNCH_FAILED);
}

void pass_on(int signal, siginfo_t *info, void *context) {
    const struct sigaction &to = previous[signal];
    if (to.sa_flags & SA_SIGINFO) {
        to.sa_sigaction(signal, info, context);
    } else if (to.sa_handler == SIG_DFL || to.sa_handler == SIG_IGN) {
        sigaction(signal, &to, nullptr); // the instruction runs again and meets the default
    } else {
        to.sa_handler(signal);
    }
}

void on_signal(int signal, siginfo_t *info, void *context) {
    if (!in_kernel) {
        pass_on(signal, info, context);
        return;
    }
    in_kernel = false;
    fault = {signal, info->si_addr};
    auto &registers = static_cast<ucontext_t *>(context)->uc_mcontext.gregs;
    // The handler runs on a stack of its own, so the fiber's may be used from its top: it never goes on.
    const auto top = reinterpret_cast<uintptr_t>(current->stack) + 32 * 1024;
    registers[REG_RSP] = greg_t((top & ~uintptr_t(15)) - 8);
    registers[REG_RIP] = reinterpret_cast<greg_t>(&end_after_fault);
}

} // namespace

void install_traps() {
    static std::once_flag once;
    std::call_once(once, [] {
        for (const int signal : TRAPPED) {
            struct sigaction action = {};
            sigaction(signal, nullptr, &previous[signal]);
            action.sa_sigaction = &on_signal;
            action.sa_mask = previous[signal].sa_mask;
            action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART | (previous[signal].sa_flags & SA_NODEFER);
            sigaction(signal, &action, nullptr);
        }
    });
}

void enter_kernel() {
    static thread_local SignalStack signal_stack;
    (void) signal_stack;
    in_kernel = true;
}

void leave_kernel() {
    in_kernel = false;
}

} // namespace stand_in
