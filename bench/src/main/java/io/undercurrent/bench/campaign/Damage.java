package io.undercurrent.bench.campaign;

import java.util.Random;

/** A way in which files go bad. */
@FunctionalInterface
interface Damage {
    /** @param other what another stream's files hold, which may turn up here */
    Damaged of(WrittenStream stream, Image other, Random random);
}
