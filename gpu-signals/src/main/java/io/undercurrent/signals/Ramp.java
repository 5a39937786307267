package io.undercurrent.signals;

/** 0 at {@code low} and below, 1 at {@code high} and above, straight between. */
record Ramp(float low, float high) {
    float of(final float x) {
        return SignalFormulas.rho(x, low, high);
    }

    /** {@code from 1.0 to 4.0}: where it begins, and where it is full. */
    String rising() {
        return "from " + low + " to " + high;
    }
}
