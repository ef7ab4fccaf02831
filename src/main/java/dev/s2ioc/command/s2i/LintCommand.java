package dev.s2ioc.command.s2i;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.PrintFlags;
import dev.s2ioc.newapp.NamedImage;
import dev.s2ioc.s2i.BuilderDirectory;
import dev.s2ioc.s2i.BuilderLabels;
import dev.s2ioc.s2i.Finding;
import dev.s2ioc.s2i.IgnoreFile;
import dev.s2ioc.s2i.SourceDirectory;
import dev.s2ioc.source.BuildContext;
import dev.s2ioc.source.SourceEntry;
import dev.s2ioc.source.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a builder: its directory before it is built, or the image that it has become. */
@Command(
        name = "lint",
        description = "Check a builder's directory or image, or a source, against what source builds need."
                + " Exits with 1 if there are errors.",
        footer = {
            "",
            "Examples:",
            "  # A directory with a Dockerfile, or a source with .s2i or .s2iignore",
            "  s2ioc s2i lint .",
            "",
            "  # An image stream, or an image of a registry",
            "  s2ioc s2i lint s2i-simple-builder",
            "",
            "  # For a pipeline: warnings fail too, and the findings are JSON",
            "  s2ioc s2i lint . --strict -o json"
        })
public final class LintCommand implements Action {

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR | IMAGE",
            description = "A directory, if there is one of that name; else an image. Default: this directory.")
    String word = ".";

    @Option(names = "--strict", description = "Exit with 1 for warnings too.")
    boolean strict;

    @Mixin
    PrintFlags print = new PrintFlags();

    private final CommandContext context;
    private final List<String> dropped = new ArrayList<>();

    public LintCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException {
        Path path = context.surroundings().resolve(word).normalize();
        List<Finding> findings = Files.isDirectory(path) ? ofDirectory(path) : ofImage();
        if (print.isSet()) {
            print.findingsPrinter(context.surroundings())
                    .print(json(findings), context.streams().out());
        } else {
            findings.forEach(finding ->
                    context.streams().out().println(finding.place() + ": " + name(finding) + ": " + finding.message()));
            dropped.forEach(line -> context.streams().out().println("not built: " + line));
        }
        long errors = count(findings, Finding.Severity.ERROR);
        long warnings = count(findings, Finding.Severity.WARNING);
        context.streams()
                .err()
                .println(errors
                        + (errors == 1 ? " error, " : " errors, ")
                        + warnings
                        + (warnings == 1 ? " warning" : " warnings"));
        if (errors > 0 || strict && warnings > 0) {
            throw CommandFailure.silent(1);
        }
    }

    private List<Finding> ofDirectory(Path path) throws IOException {
        SourceDirectory source = new SourceDirectory(path);
        List<Finding> findings = new ArrayList<>();
        if (source.isSource()) {
            findings.addAll(source.check());
            preview(path.toRealPath());
        }
        if (!source.isSource() || Files.isRegularFile(path.resolve("Dockerfile"))) {
            findings.addAll(new BuilderDirectory(path).check());
        }
        return findings;
    }

    /** What a source build would not see, by its ignore file. */
    private void preview(Path root) throws IOException {
        BuildContext build = new BuildContext("", Optional.empty(), Optional.of(IgnoreFile.NAME));
        new SourceTree(root, build.selection(root, Pattern.compile(""), false, List.of()))
                .walk(new SourceTree.Visitor() {
                    @Override
                    public void sent(SourceEntry entry) {
                        // Only what is missing in the build is told.
                    }

                    @Override
                    public void dropped(String entry, boolean directory, String rule) {
                        dropped.add(entry + (directory ? "/" : "") + "  (" + rule + ")");
                    }
                });
    }

    private List<Finding> ofImage() {
        NamedImage found = NamedImage.find(word, context.session(), "s2i lint");
        context.streams()
                .err()
                .println(
                        "The scripts inside the image are not looked at: that would take running it. Lint its directory"
                                + " for them.");
        return BuilderLabels.check(found.image(), found.ports(), true, word);
    }

    private static long count(List<Finding> findings, Finding.Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    private static String name(Finding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }

    private ObjectNode json(List<Finding> findings) {
        ObjectNode result = Json.object();
        ArrayNode list = result.putArray("findings");
        findings.forEach(finding -> list.addObject()
                .put("severity", name(finding))
                .put("rule", finding.rule())
                .put("place", finding.place())
                .put("message", finding.message()));
        ArrayNode ignored = result.putArray("ignored");
        dropped.forEach(ignored::add);
        return result;
    }
}
