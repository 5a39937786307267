package io.undercurrent.journal;

import java.nio.file.Path;

/** Main of a tailer in a process of its own: {@code STREAM LAST}. Follows the writer until LAST and prints it. */
final class TailerProcess {
    private TailerProcess() {
    }

    public static void main(final String[] arguments) {
        final long last = Long.parseLong(arguments[1]);
        final Reading reading = new Reading(1);
        try (JournalTailer tailer = JournalTailer.open(Path.of(arguments[0]))) {
            while (reading.last() < last) {
                if (tailer.poll(reading, 16) == 0) {
                    Thread.onSpinWait();
                }
            }
        }
        System.out.println(reading.last());
    }
}
