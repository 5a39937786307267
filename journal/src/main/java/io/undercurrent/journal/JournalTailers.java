package io.undercurrent.journal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The registered tailers of a stream: those opened with a name. What they haven't acknowledged is not pruned. */
public final class JournalTailers {
    private JournalTailers() {
    }

    /** All of them, by name; their positions are forced to the disk. They may be at work. */
    public static List<RegisteredTailer> list(final Path stream) {
        final List<RegisteredTailer> tailers = new ArrayList<>();
        for (final String name : TailerPosition.names(stream)) {
            tailers.add(new RegisteredTailer(name, acknowledged(stream, name)));
        }
        return tailers;
    }

    private static OptionalLong acknowledged(final Path stream, final String name) {
        try {
            return OptionalLong.of(TailerPosition.forced(stream, name));
        } catch (final JournalException e) {
            return OptionalLong.empty();
        }
    }

    /**
     * Removes a tailer that won't come back; opened again, it begins at the oldest event.
     *
     * @return whether there was one of that name
     */
    public static boolean forget(final Path stream, final String name) {
        return TailerPosition.remove(stream, name);
    }
}
