package io.undercurrent.journal;

import net.openhft.chronicle.core.Jvm;

/**
 * Keeps Chronicle from printing banners and warnings, from sending usage statistics, and from starting its disk-space thread. It reads
 * these switches when its classes are loaded, so {@link #keep} comes first; a launcher may set them too. What goes wrong reaches
 * the caller as an exception.
 */
final class ChronicleSilence {
    private ChronicleSilence() {
    }

    static void keep() {
        for (final String name : new String[] {
            "chronicle.analytics.disable", "chronicle.announcer.disable", "chronicle.disk.monitor.disable"}) {
            if (System.getProperty(name) == null) {
                System.setProperty(name, "true");
            }
        }
        Jvm.setExceptionHandlers(null, null, null, null);
    }
}
