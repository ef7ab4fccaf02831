package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.print.Printer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Tells of each object what was done to it, or prints the object in the format that was asked for. */
public final class ChangeReport {
    private final CommandContext context;
    private final DryRunFlags dryRun;
    private final Optional<Printer> printer;

    /** Checks the flags too, so that nothing is sent when they are wrong. */
    public ChangeReport(CommandContext context, PrintFlags print, DryRunFlags dryRun) {
        dryRun.check(context);
        this.context = context;
        this.dryRun = dryRun;
        this.printer = print.isSet() ? Optional.of(print.printer(context.surroundings())) : Optional.empty();
    }

    /** {@code buildconfig.build.openshift.io/app created}. */
    public void tell(ResourceType type, JsonNode object, String verb) {
        if (printer.isEmpty()) {
            String name = object.path("metadata").path("name").asText();
            context.streams().out().println(type.objectName(name) + " " + verb + dryRun.suffix());
            return;
        }
        try {
            printer.get().print(object, context.streams().out());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
