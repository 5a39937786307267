// Turns the signals that a kernel's wrong access raises into an error of its launch.
#pragma once

namespace stand_in {

/** Puts the handlers in front of those that are there (the JVM's), which still get every signal that no kernel raised. */
void install_traps();

/** From here to `leave_kernel` a fault on this thread is the kernel's. */
void enter_kernel();
void leave_kernel();

} // namespace stand_in
