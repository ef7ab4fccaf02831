package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.Builds;
import dev.s2ioc.newapp.Creation;
import dev.s2ioc.newapp.DirectoryBuildPlanner;
import dev.s2ioc.newapp.PlannedObject;
import dev.s2ioc.newapp.Strategy;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Sees to it that there is a build config that takes a directory, and tells of each object that it makes or changes. */
final class BuildTarget implements Creation.Progress {
    private final CommandContext context;
    private final DirectoryBuildPlanner.Wish wish;
    private final PrintStream err;

    BuildTarget(CommandContext context, DirectoryBuildPlanner.Wish wish) {
        this.context = context;
        this.wish = wish;
        this.err = context.streams().err();
    }

    /** The build config, as it is now. */
    JsonNode config(Path directory) throws IOException, InterruptedException {
        DirectoryBuildPlanner planner = new DirectoryBuildPlanner(context.session(), wish);
        Optional<JsonNode> stored = planner.stored();
        if (stored.isEmpty()) {
            requireRecipe(directory);
        }
        List<PlannedObject> objects = planner.plan(stored);
        if (objects.isEmpty()) {
            return stored.orElseThrow();
        }
        if (!new Creation(context.session()).create(objects, this)) {
            throw CommandFailure.silent(ExitCode.FAILED);
        }
        return new Builds(context.session()).config(wish.name());
    }

    /** Nothing is made for a directory that could not be built. */
    private void requireRecipe(Path directory) {
        boolean docker = wish.builder().isEmpty() && !wish.strategy().equals(Optional.of(Strategy.SOURCE));
        if (docker && !Files.isRegularFile(directory.resolve("Dockerfile"))) {
            throw new CommandFailure("\"" + directory.getFileName()
                    + "\" has no Dockerfile, and there is no build config \"" + wish.name() + "\" that knows how to"
                    + " build it.\nAdd a Dockerfile, or name a builder image with --builder");
        }
    }

    @Override
    public void done(PlannedObject object) {
        err.println(object.quoted() + " " + object.deed().told());
    }

    @Override
    public void failed(PlannedObject object, RuntimeException failure) {
        err.println("error: " + object.quoted() + ": " + failure.getMessage());
    }

    @Override
    public void undone(PlannedObject object) {
        err.println(object.quoted() + " deleted again, so that nothing half-made stays");
    }

    @Override
    public void left(PlannedObject object, RuntimeException failure) {
        err.println(
                "error: " + object.quoted() + " was created and could not be deleted again: " + failure.getMessage());
    }
}
