package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.newapp.Creation;
import dev.s2ioc.newapp.CreationPlan;
import dev.s2ioc.newapp.FoundImage;
import dev.s2ioc.newapp.PlannedObject;
import dev.s2ioc.print.Ages;
import dev.s2ioc.print.NamePrinter;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Creates what was planned and tells of it: what was found, what is made of it, and each object as it is created. */
final class NewObjectsReport implements Creation.Progress {
    private final CommandContext context;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean dryRun;
    private final boolean namesOnly;
    private final List<JsonNode> stored = new ArrayList<>();

    /** @param namesOnly print nothing but the objects' names, for scripts */
    NewObjectsReport(CommandContext context, boolean dryRun, boolean namesOnly) {
        this.context = context;
        this.out = context.streams().out();
        this.err = context.streams().err();
        this.dryRun = dryRun;
        this.namesOnly = namesOnly;
    }

    /** Returns the objects as the server has stored them; none for a dry run. */
    List<JsonNode> create(CreationPlan plan) {
        tell(plan);
        boolean done = true;
        if (dryRun) {
            plan.objects().forEach(this::done);
        } else {
            done = new Creation(context.session()).create(plan.objects(), this);
        }
        if (!namesOnly) {
            out.println("--> " + (done ? "Success" : "Failed") + suffix());
        }
        if (!done) {
            throw CommandFailure.silent(ExitCode.FAILED);
        }
        return stored;
    }

    private void tell(CreationPlan plan) {
        if (namesOnly) {
            return;
        }
        Instant now = context.surroundings().clock().instant();
        plan.notices().forEach(out::println);
        for (CreationPlan.Section section : plan.sections()) {
            section.found().stream().flatMap(found -> lines(found, now)).forEach(out::println);
            section.facts().forEach(out::println);
            out.println();
        }
        String labels = plan.labels().isEmpty() ? "" : " with label " + labels(plan.labels());
        out.println("--> Creating resources" + labels + " ...");
    }

    private static Stream<String> lines(FoundImage found, Instant now) {
        return found.lines(Ages.instant(found.created()).map(then -> Ages.rough(Duration.between(then, now)))).stream();
    }

    private static String labels(Map<String, String> labels) {
        return labels.entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .sorted()
                .collect(Collectors.joining(","));
    }

    @Override
    public void stored(JsonNode object) {
        stored.add(object);
    }

    @Override
    public void done(PlannedObject object) {
        out.println(
                namesOnly
                        ? NamePrinter.nameOf(object.body())
                        : "    " + object.quoted() + " " + object.deed().told() + suffix());
    }

    @Override
    public void failed(PlannedObject object, RuntimeException failure) {
        out.flush();
        err.println("    error: " + failure.getMessage());
    }

    @Override
    public void undone(PlannedObject object) {
        err.println("    " + object.quoted() + " deleted again, so that nothing half-made stays");
    }

    @Override
    public void left(PlannedObject object, RuntimeException failure) {
        err.println("    error: " + object.quoted() + " was created and could not be deleted again: "
                + failure.getMessage());
    }

    private String suffix() {
        return dryRun ? " (dry run)" : "";
    }
}
