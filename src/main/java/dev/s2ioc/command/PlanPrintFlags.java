package dev.s2ioc.command;

import dev.s2ioc.print.PrintOptions;
import dev.s2ioc.print.Printer;
import dev.s2ioc.print.Printers;
import picocli.CommandLine.Option;

/** The flags that say how new-app prints objects, where --template means something else. */
public final class PlanPrintFlags {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "Print the objects instead of creating them: json, yaml, jsonpath=…, go-template=… and more;"
                    + " name creates them and prints only their names.")
    String output = "";

    @Option(
            names = "--allow-missing-template-keys",
            description = "Let a field or key that the template of -o names be missing.")
    boolean allowMissingTemplateKeys;

    @Option(names = "--show-managed-fields", description = "Keep managedFields in JSON and YAML.")
    boolean showManagedFields;

    @Option(names = "--sort-by", paramLabel = "JSONPATH", description = "Has no effect, as in oc.")
    String sortBy;

    boolean isSet() {
        return !output.isEmpty();
    }

    Printer printer(CommandContext context) {
        return Printers.forFormat(new PrintOptions(
                output, "", allowMissingTemplateKeys, showManagedFields, false, context.surroundings()::resolve));
    }
}
