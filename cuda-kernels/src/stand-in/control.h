// What the control interface (stand_in_control.h) asks of the parts of the driver, beside what they show each other.
#pragma once

#include <atomic>
#include <cstdint>

namespace stand_in {

/** What a test can set; back at its defaults after a reset. */
struct Settings {
    std::atomic<uint64_t> seed{0};
    std::atomic<unsigned> devices{1};
    std::atomic<int> driver_version{13000};
    std::atomic<uint64_t> device_bytes{8ull << 30};
    std::atomic<uint64_t> kernel_delay_us{0};

    void restore();
};
Settings &settings();
/** What fresh memory holds: another byte for each seed, so that what is made of it differs too. */
unsigned char fill_byte();

void release_faults();
void forget_calls();
unsigned hanging_calls();

void forget_context();
/** False when a kernel did not end in time. */
bool forget_streams();
void forget_memory();
void forget_modules();
void forget_graphs();

} // namespace stand_in
