package io.undercurrent.signals.cuda;

import jcuda.driver.CUdeviceptr;

/** A device pointer that tells its address, so that it can be a kernel's parameter. */
final class DeviceAddress extends CUdeviceptr {
    DeviceAddress() {
    }

    private DeviceAddress(final DeviceAddress base, final long offset) {
        super(base, offset);
    }

    DeviceAddress plus(final long bytes) {
        return new DeviceAddress(this, bytes);
    }

    long value() {
        return getNativePointer() + getByteOffset();
    }
}
