package dev.s2ioc;

import dev.s2ioc.command.CommandContext;
import dev.s2ioc.console.Streams;
import dev.s2ioc.console.Surroundings;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Writes a man page for each command into a directory, from the help texts; {@code scripts/build} runs it. */
public final class ManPages {
    private final Path directory;

    private ManPages(Path directory) {
        this.directory = directory;
    }

    public static void main(String[] arguments) throws IOException {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
        Streams streams = Streams.plain(InputStream.nullInputStream(), nowhere, nowhere);
        try (CommandContext context = new CommandContext(streams, Surroundings.ofProcess())) {
            new ManPages(Path.of(arguments[0])).write(S2ioc.tree(context), "s2ioc");
        }
    }

    private void write(CommandLine command, String name) throws IOException {
        Files.writeString(directory.resolve(name + ".1"), page(command, name));
        Set<CommandLine> written = new HashSet<>();
        for (CommandLine below : command.getSubcommands().values()) {
            // Each once, not once more under its other names.
            if (written.add(below)) {
                write(below, name + "-" + below.getCommandName());
            }
        }
    }

    private static String page(CommandLine command, String name) {
        String[] description = command.getCommandSpec().usageMessage().description();
        return ".TH " + name.toUpperCase(Locale.ROOT) + " 1\n.SH NAME\n"
                + name.replace("-", "\\-") + " \\- " + (description.length == 0 ? "" : roff(description[0]))
                + "\n.SH DESCRIPTION\n.nf\n" + roff(command.getUsageMessage(Ansi.OFF)) + ".fi\n";
    }

    /** As it is: roff takes backslashes, and dots and apostrophes at the beginning of a line, for its own. */
    private static String roff(String text) {
        return text.replace("\\", "\\e").replace("-", "\\-").replaceAll("(?m)^([.'])", "\\\\&$1");
    }
}
