package dev.s2ioc.command;

import dev.s2ioc.console.Surroundings;
import dev.s2ioc.print.PrintOptions;
import dev.s2ioc.print.Printer;
import dev.s2ioc.print.Printers;
import picocli.CommandLine.Option;

/** The flags of commands that print objects. */
public final class PrintFlags {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "Output format: json, yaml, name, jsonpath=…, go-template=… and more;"
                    + " an unknown one is answered with the list.")
    String output = "";

    @Option(
            names = "--template",
            paramLabel = "TEMPLATE",
            description = "The template, or its file, for -o go-template, jsonpath and their like.")
    String template = "";

    @Option(
            names = "--allow-missing-template-keys",
            paramLabel = "BOOL",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "true",
            description = "Whether a field or key that a template names may be missing. Default: ${DEFAULT-VALUE}")
    boolean allowMissingTemplateKeys;

    @Option(names = "--show-managed-fields", description = "Keep managedFields in JSON and YAML.")
    boolean showManagedFields;

    /** Whether the user asked for any format. */
    public boolean isSet() {
        return !output.isEmpty() || !template.isEmpty();
    }

    /** Whether the user asked for this format. */
    public boolean is(String format) {
        return output.equals(format);
    }

    /** The printer for objects that a command has made or changed. */
    public Printer printer(Surroundings surroundings) {
        return Printers.forFormat(options(surroundings, false));
    }

    /** The same with a format for when the user asks for none. */
    public Printer printer(Surroundings surroundings, String usual) {
        return isSet() ? printer(surroundings) : Printers.forFormat(PrintOptions.of(usual));
    }

    /** The printer for what a command has found out: no object of the API, so it has no name. */
    public Printer findingsPrinter(Surroundings surroundings) {
        if (output.equals("name")) {
            throw new CommandFailure("-o name is for objects; use -o json, yaml, jsonpath=... or go-template=...");
        }
        return printer(surroundings);
    }

    /** The printer for objects that were asked for; formats with columns are known too. */
    public Printer listingPrinter(Surroundings surroundings, boolean noHeaders) {
        return Printers.forListing(options(surroundings, noHeaders));
    }

    private PrintOptions options(Surroundings surroundings, boolean noHeaders) {
        return new PrintOptions(
                output, template, allowMissingTemplateKeys, showManagedFields, noHeaders, surroundings::resolve);
    }
}
