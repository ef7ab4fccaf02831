package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.source.SourceEntry;
import dev.s2ioc.source.SourceTree;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Lists what of a directory would be sent, with sizes, and which rule leaves out the rest. */
final class SourceListing {
    private final CommandContext context;
    private final BuildInputFlags flags;
    private final JsonNode config;

    SourceListing(CommandContext context, BuildInputFlags flags, JsonNode config) {
        this.context = context;
        this.flags = flags;
        this.config = config;
    }

    void print() throws IOException {
        BinaryInputs inputs = new BinaryInputs(context, flags, config);
        PrintStream out = context.streams().out();
        long[] counts = new long[3];
        inputs.directories().tree(directory(inputs)).walk(new SourceTree.Visitor() {
            @Override
            public void sent(SourceEntry entry) {
                counts[0] += entry.kind() == SourceEntry.Kind.FILE ? 1 : 0;
                counts[1] += entry.size();
                out.println(line(size(entry), entry.path() + suffix(entry)));
            }

            @Override
            public void dropped(String path, boolean directory, String rule) {
                counts[2]++;
                out.println(line("not sent", path + (directory ? "/" : "") + "  (" + rule + ")"));
            }

            @Override
            public void unfit(String path) {
                counts[2]++;
                out.println(line("not sent", path + "  (neither a file, a directory nor a symbolic link)"));
            }
        });
        context.streams()
                .err()
                .println(counts[0] + (counts[0] == 1 ? " file, " : " files, ") + UploadNotice.bytes(counts[1])
                        + " would be sent; " + counts[2] + " not.");
    }

    private Path directory(BinaryInputs inputs) throws IOException {
        Path path = inputs.existing(flags.fromDir);
        if (!Files.isDirectory(path)) {
            throw new CommandFailure("--list-files needs a directory, but \"" + flags.fromDir + "\" is none");
        }
        return path;
    }

    private static String line(String size, String path) {
        return String.format("%10s  %s", size, path);
    }

    private static String size(SourceEntry entry) {
        return entry.kind() == SourceEntry.Kind.FILE ? UploadNotice.bytes(entry.size()) : "-";
    }

    private static String suffix(SourceEntry entry) {
        return switch (entry.kind()) {
            case FILE -> "";
            case DIRECTORY -> "/";
            case LINK -> " -> " + entry.target();
        };
    }
}
