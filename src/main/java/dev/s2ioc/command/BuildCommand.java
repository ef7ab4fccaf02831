package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.Builds;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.newapp.DirectoryBuildPlanner;
import dev.s2ioc.newapp.Names;
import dev.s2ioc.newapp.NewAppException;
import dev.s2ioc.newapp.Strategy;
import dev.s2ioc.print.Printer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** From a directory to an image in one step: makes what is missing for it, sends the directory and sees the build to its end. */
@Command(
        name = "build",
        description = "Build an image of a directory: create what is missing, upload, follow the build, and print the"
                + " image's digest.",
        footer = {
            "",
            "What --env, --build-arg, --build-loglevel, --no-cache and --incremental say is kept in the build config and",
            "counts for later builds, too.",
            "",
            "Examples:",
            "  # Build this directory, which has a Dockerfile; image stream and build config are named after it",
            "  s2ioc build",
            "",
            "  # Build with a builder image; the next time the name alone will do",
            "  s2ioc build ./app --name hello --builder s2i-simple-builder",
            "",
            "  # With a build argument",
            "  s2ioc build --build-arg VERSION=2",
            "",
            "  # Only the digest, for a script; the log is on stderr",
            "  s2ioc build -o jsonpath={.status.output.to.imageDigest}"
        })
public final class BuildCommand implements Action {

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "The directory to build. Default: this one.")
    String directory = ".";

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The name of the build config and image stream. Default: the directory's.")
    String name;

    @Option(
            names = "--builder",
            paramLabel = "IMAGE",
            description = "The builder image, or its image stream; without it the directory's Dockerfile is built.")
    String builder;

    @Option(
            names = "--strategy",
            converter = StrategyFlag.class,
            paramLabel = "STRATEGY",
            description =
                    "docker or source. Default: source with --builder, else that of the build config, else docker.")
    Strategy strategy;

    @Option(
            names = "--to",
            paramLabel = "NAME[:TAG]",
            description = "The image stream tag to push to. Default: that of the build config, else NAME:latest.")
    String to;

    @Option(
            names = {"-q", "--quiet"},
            description = "Do not show the build's log.")
    boolean quiet;

    @Mixin
    BuildRequestFlags request = new BuildRequestFlags();

    @Mixin
    DirectoryFlags input = new DirectoryFlags();

    @Mixin
    WaitFlags wait = new WaitFlags();

    @Mixin
    PrintFlags print = new PrintFlags();

    private final CommandContext context;

    public BuildCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        Optional<Printer> printer =
                print.isSet() ? Optional.of(print.printer(context.surroundings())) : Optional.empty();
        Path path = path();
        BuildInputFlags flags = input.sending(directory);
        flags.validate();
        request.validate(false);
        DirectoryBuildPlanner.Wish wish = new DirectoryBuildPlanner.Wish(
                name == null ? derivedName(path) : Names.checked(name),
                Optional.ofNullable(builder),
                Optional.ofNullable(strategy),
                Optional.ofNullable(to),
                request.settings());
        Deadline deadline = new Deadline(wait.timeout);
        JsonNode build = deadline.within(() -> {
            JsonNode config = new BuildTarget(context, wish).config(path);
            JsonNode started = new BinaryStart(context, flags, config, wait.stallTimeout).start(deadline);
            String startedName = Builds.name(started);
            context.streams().err().println(KnownTypes.BUILD.objectName(startedName) + " started");
            return new BuildFollowing(context, startedName, log(), wait.cancelOnInterrupt).toItsEnd(deadline);
        });
        if (printer.isPresent()) {
            printer.get().print(build, context.streams().out());
        } else {
            new BuiltImage(context.session(), build).print(context.streams());
        }
    }

    /** With a format, stdout is for the result alone. */
    private Optional<PrintStream> log() {
        if (quiet) {
            return Optional.empty();
        }
        return Optional.of(
                print.isSet() ? context.streams().err() : context.streams().out());
    }

    private Path path() throws NoSuchFileException {
        Path path = context.surroundings().resolve(directory).normalize();
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        if (!Files.isDirectory(path)) {
            throw new CommandFailure("\"" + directory + "\" is not a directory; to send a file or an archive, use"
                    + " 's2ioc start-build NAME --from-file=FILE' or --from-archive");
        }
        return path;
    }

    private static String derivedName(Path path) throws IOException {
        Path last = path.toRealPath().getFileName();
        try {
            return Names.derivedFrom(last == null ? "" : last.toString());
        } catch (NewAppException e) {
            throw new CommandFailure("no name can be made of the directory's name; give one with --name", e);
        }
    }
}
