package dev.s2ioc.command.policy;

import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.DryRunFlags;
import dev.s2ioc.command.PrintFlags;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/** The flags of commands that take all roles. */
final class RemovalFlags {

    @Mixin
    DryRunFlags dryRun = new DryRunFlags();

    @Mixin
    PrintFlags print = new PrintFlags();

    /** @param kind {@code Users} or {@code Groups} */
    void remove(String kind, List<BoundSubject> subjects, CommandContext context) throws IOException {
        dryRun.check(context);
        if (print.isSet()) {
            print.printer(context.surroundings());
        }
        String namespace = context.session().namespace();
        List<Bindings.Changed> changed = new Bindings(context.session().resources(), Optional.of(namespace), dryRun)
                .remove(binding -> true, subjects);
        PrintStream out = context.streams().out();
        for (Bindings.Changed each : changed) {
            if (print.isSet()) {
                print.printer(context.surroundings()).print(each.binding(), out);
            } else {
                out.println("Removing "
                        + each.binding().path("roleRef").path("name").asText() + " from "
                        + kind.toLowerCase(Locale.ROOT)
                        + " " + names(each.subjects()) + " in project " + namespace + "." + dryRun.suffix());
            }
        }
        if (changed.isEmpty() && !print.isSet()) {
            out.println(kind + " " + names(subjects) + " were not bound to roles in project " + namespace + ".");
        }
    }

    private static List<String> names(List<BoundSubject> subjects) {
        return subjects.stream().map(BoundSubject::name).toList();
    }
}
