package io.undercurrent.app;

import io.undercurrent.engine.config.Setting;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What runs here. */
@Command(name = "version", header = "Prints the version, Java, the operating system and the backends there are.",
        footerHeading = "%nExample:%n", footer = "  undercurrent version --format json")
final class VersionCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", description = "default: ${DEFAULT-VALUE}")
    private Format format = Format.TEXT;

    VersionCommand(final Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        final String version = Objects.toString(Undercurrent.class.getPackage().getImplementationVersion(), "development");
        final String java = System.getProperty("java.vm.name") + " " + Runtime.version();
        final String os = System.getProperty("os.name") + " " + System.getProperty("os.version") + " " + System.getProperty("os.arch");
        final int processors = Runtime.getRuntime().availableProcessors();
        final List<String> backends = Setting.SIGNALS_BACKEND.choices().stream().filter(name -> !"auto".equals(name)).toList();
        if (format == Format.JSON) {
            final Json json = new Json(console.out());
            json.beginObject().text("version", version).text("java", java).text("os", os).number("processors", processors)
                    .beginArray("backends");
            backends.forEach(json::item);
            json.endArray().endObject();
            json.endLine();
        } else {
            console.out().println("undercurrent " + version);
            console.out().println("java         " + java);
            console.out().println("os           " + os + ", " + processors + " processors");
            console.out().println("backends     " + String.join(", ", backends));
        }
        return CommandLine.ExitCode.OK;
    }
}
