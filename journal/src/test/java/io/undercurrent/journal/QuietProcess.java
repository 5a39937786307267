package io.undercurrent.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Main of a process that writes and reads a journal over several segments and then looks at itself: {@code STREAM}. Prints what nobody
 * asked for: open sockets, analytics classes, threads that are neither the Java machine's nor expected.
 */
final class QuietProcess {
    private QuietProcess() {
    }

    public static void main(final String[] arguments) throws IOException {
        final Path stream = Path.of(arguments[0]);
        final Batch batch = new Batch();
        try (JournalAppender appender = JournalAppender.open(stream, JournalOptions.DEFAULT.withSegmentBytes(100_000))) {
            for (int i = 0; i < 500; i++) {
                batch.append(appender, 16);
            }
            if (Reading.lastOf(stream) != appender.lastSequence()) {
                System.out.println("read " + Reading.lastOf(stream));
            }
            printSockets();
            for (final Thread thread : Thread.getAllStackTraces().keySet()) {
                final String name = thread.getName().toLowerCase(Locale.ROOT);
                if (name.contains("analytics") || name.contains("http") || name.contains("disk")) {
                    System.out.println("thread " + thread.getName());
                }
            }
        }
        for (final String name : List.of("net.openhft.chronicle.analytics.Analytics",
                "net.openhft.chronicle.analytics.internal.GoogleAnalytics4", "net.openhft.chronicle.analytics.internal.VanillaAnalytics")) {
            if (isThere(name)) {
                System.out.println("class " + name);
            }
        }
    }

    private static boolean isThere(final String className) {
        try {
            Class.forName(className);
            return true;
        } catch (final ClassNotFoundException e) {
            return false;
        }
    }

    private static void printSockets() throws IOException {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            for (final Path descriptor : descriptors.toList()) {
                if (Files.isSymbolicLink(descriptor) && Files.readSymbolicLink(descriptor).toString().startsWith("socket:")) {
                    System.out.println("socket " + descriptor);
                }
            }
        }
    }
}
