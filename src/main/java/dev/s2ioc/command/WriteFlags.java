package dev.s2ioc.command;

import dev.s2ioc.client.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The flags that go along with every request that writes an object: who writes, and how strictly fields are looked at. */
public final class WriteFlags {

    @Option(
            names = "--field-manager",
            paramLabel = "NAME",
            description = "The name under which the server notes who has set the fields.")
    String fieldManager;

    @Option(
            names = "--validate",
            paramLabel = "ignore|warn|strict",
            arity = "0..1",
            preprocessor = AttachedValue.class,
            fallbackValue = "strict",
            description = "What the server does about fields that it does not know: drop them, warn, or refuse.")
    String validate = "ignore";

    public WriteFlags(String fieldManager) {
        this.fieldManager = fieldManager;
    }

    /** The parameters of a request that writes. */
    public Request.Parameter[] parameters(DryRunFlags dryRun) {
        List<Request.Parameter> parameters = new ArrayList<>(List.of(dryRun.parameters()));
        parameters.add(new Request.Parameter("fieldManager", fieldManager));
        parameters.add(new Request.Parameter("fieldValidation", validation()));
        return parameters.toArray(Request.Parameter[]::new);
    }

    private String validation() {
        return switch (validate.toLowerCase(Locale.ROOT)) {
            case "ignore", "false" -> "Ignore";
            case "warn" -> "Warn";
            case "strict", "true" -> "Strict";
            default ->
                throw new CommandFailure("invalid - validate option \"" + validate
                        + "\"; must be one of: strict (or true), warn, ignore (or false)");
        };
    }

    /** The name under which fields are set. */
    public String manager() {
        return fieldManager;
    }
}
