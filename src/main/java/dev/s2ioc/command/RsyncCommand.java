package dev.s2ioc.command;

import dev.s2ioc.console.Programs;
import dev.s2ioc.source.DirectoryChanges;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a directory in a container like one here, or the other way round. */
@Command(
        name = "rsync",
        description = {
            "Copy a directory into a container, or out of it, and only what has changed where both sides have the program"
                    + " rsync; else everything, with the container's tar.",
            "A slash at the end of the source copies what is in it, none copies the directory itself."
        },
        footer = {
            "",
            "Examples:",
            "  # What is in a directory here, to one in a pod",
            "  s2ioc rsync ./src/ hello:/opt/app-root/src",
            "",
            "  # A directory of a pod, to here",
            "  s2ioc rsync hello:/var/log/app .",
            "",
            "  # Keep the copy like the source, while working on it",
            "  s2ioc rsync ./src/ hello:/opt/app-root/src --delete --exclude=.git --watch"
        })
public final class RsyncCommand implements Action {
    /** As oc waits before it takes a change for finished. */
    private static final Duration QUIET = Duration.ofSeconds(2);

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Parameters(
            arity = "0..*",
            paramLabel = "FROM TO",
            description = "A directory here and one in a pod, as POD:DIR or TYPE/NAME:DIR, either way round.")
    List<String> words = List.of();

    @Option(
            names = {"-c", "--container"},
            paramLabel = "NAME",
            description = "The container; the one that the pod names as its default, else its first, unless said.")
    String container;

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            description = "How to copy: rsync or tar. Default: rsync, and tar where that is not to be had.")
    String strategy = "";

    @Option(
            names = {"-w", "--watch"},
            description = "Copy again when something changes here, until it is interrupted.")
    boolean watch;

    @Mixin
    SyncFlags flags = new SyncFlags();

    @Spec
    CommandSpec spec;

    private final CommandContext context;

    public RsyncCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        if (words.size() != 2) {
            throw new CommandFailure((words.size() < 2
                            ? "SOURCE_DIR and POD:DESTINATION_DIR are required arguments"
                            : "only SOURCE_DIR and POD:DESTINATION_DIR should be specified as arguments")
                    + "\nSee 's2ioc rsync -h' for help and examples");
        }
        SyncPath from = SyncPath.parse(words.get(0));
        SyncPath to = SyncPath.parse(words.get(1));
        check(from);
        check(to);
        if (from.isLocal() == to.isLocal()) {
            throw new CommandFailure("rsync is only valid between a local directory and a pod directory; "
                    + "specify a pod directory as [PODNAME]:[DIR]");
        }
        if (watch && to.isLocal()) {
            throw new CommandFailure("\"--watch\" can only be used with a local source directory");
        }
        checkStrategy();
        String named = from.pod().or(to::pod).orElseThrow();
        TargetPod target = TargetPod.named(context.session(), List.of(named), PATIENCE);
        List<SyncStrategy> strategies = strategies(target);
        if (watch) {
            keepCopying(strategies, from, to);
        } else {
            copy(strategies, from, to);
        }
    }

    private void check(SyncPath path) {
        if (path.isLocal()) {
            Path local = context.surroundings().resolve(path.path());
            if (!Files.exists(local)) {
                throw new CommandFailure("invalid path " + path.path() + ": no such file or directory");
            }
            if (!Files.isDirectory(local)) {
                throw new CommandFailure("path " + path.path() + " must point to a directory");
            }
        }
    }

    private void checkStrategy() {
        switch (strategy) {
            case "", "rsync", "tar" -> {}
            case "rsync-daemon" ->
                throw new CommandFailure(
                        "the strategy rsync-daemon is not supported: it starts a server in the container"
                                + " that anything in the cluster can reach; use --strategy=rsync or --strategy=tar");
            default -> throw new CommandFailure("unknown strategy: " + strategy);
        }
    }

    private List<SyncStrategy> strategies(TargetPod target) {
        PodCommand pod = new PodCommand(context, target, container, flags.quiet);
        List<SyncStrategy> strategies = new ArrayList<>();
        if (strategy.isEmpty()
                && new Programs(context.surroundings()).find("rsync").isEmpty()) {
            context.streams()
                    .err()
                    .println(
                            "WARNING: rsync command not found in path. Please use your package manager to install it.");
        } else if (!strategy.equals("tar")) {
            String shell = new RemoteShell(spec).line(Optional.ofNullable(container));
            strategies.add(new RsyncProgram(context, target, pod, flags, shell));
        }
        if (!strategy.equals("rsync")) {
            strategies.add(new TarSync(context, pod, flags));
        }
        return strategies;
    }

    private void copy(List<SyncStrategy> strategies, SyncPath from, SyncPath to)
            throws IOException, InterruptedException {
        for (SyncStrategy way : strategies) {
            try {
                way.copy(from, to);
                return;
            } catch (SyncStrategy.UnavailableException e) {
                if (!strategy.isEmpty()) {
                    throw new CommandFailure(e.getMessage(), e);
                }
                context.streams().err().println("WARNING: cannot use " + way.name() + ": " + e.getMessage());
            }
        }
        throw new CommandFailure("No available strategies to copy.");
    }

    private void keepCopying(List<SyncStrategy> strategies, SyncPath from, SyncPath to)
            throws IOException, InterruptedException {
        Path source = context.surroundings().resolve(from.path());
        try (DirectoryChanges changes = new DirectoryChanges(source, QUIET)) {
            while (true) {
                copy(strategies, from, to);
                context.streams().out().flush();
                changes.await();
            }
        } catch (NoSuchFileException e) {
            throw new CommandFailure("error watching source path " + from.path() + ": it is gone", e);
        }
    }
}
