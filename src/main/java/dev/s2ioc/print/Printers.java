package dev.s2ioc.print;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the printer that {@code -o} names. */
public final class Printers {
    private static final List<String> OBJECT_FORMATS = List.of(
            "go-template",
            "go-template-file",
            "json",
            "jsonpath",
            "jsonpath-as-json",
            "jsonpath-file",
            "kyaml",
            "name",
            "template",
            "templatefile",
            "yaml");
    private static final List<String> COLUMN_FORMATS = List.of("custom-columns", "custom-columns-file", "wide");

    private Printers() {}

    /** The printer for a command that prints objects it has made or changed. */
    public static Printer forFormat(PrintOptions options) {
        return find(options, OBJECT_FORMATS);
    }

    /** The printer for {@code get}, which prints columns too; tables ({@code wide}, or no format) are not made here. */
    public static Printer forListing(PrintOptions options) {
        return find(
                options,
                Stream.concat(OBJECT_FORMATS.stream(), COLUMN_FORMATS.stream())
                        .sorted()
                        .toList());
    }

    private static Printer find(PrintOptions options, List<String> allowed) {
        if (!allowed.contains(options.format()) || options.format().equals("wide")) {
            throw new PrintException("unable to match a printer suitable for the output format \"" + options.format()
                    + "\", allowed formats are: " + String.join(",", allowed));
        }
        Printer printer = make(options);
        return options.showManagedFields() ? printer : new WithoutManagedFields(printer);
    }

    private static Printer make(PrintOptions options) {
        boolean missing = options.allowMissingKeys();
        boolean headers = !options.noHeaders();
        return switch (options.format()) {
            case "json" -> new JsonPrinter();
            case "yaml" -> new YamlPrinter();
            case "kyaml" -> new KyamlPrinter();
            case "name" -> new NamePrinter();
            case "jsonpath" -> new JsonPathPrinter(template(options), missing, false);
            case "jsonpath-as-json" -> new JsonPathPrinter(template(options), missing, true);
            case "jsonpath-file" -> new JsonPathPrinter(file(options), missing, false);
            case "custom-columns" -> CustomColumns.ofSpec(options.argument(), headers);
            case "custom-columns-file" -> CustomColumns.ofTemplate(file(options), headers);
            case "go-template", "template" -> new GoTemplatePrinter(template(options), missing);
            case "go-template-file", "templatefile" -> new GoTemplatePrinter(file(options), missing);
            default -> throw new IllegalStateException(options.format() + " is listed but not made");
        };
    }

    private static String template(PrintOptions options) {
        if (options.argument().isEmpty()) {
            throw new PrintException("template format specified but no template given");
        }
        return options.argument();
    }

    private static String file(PrintOptions options) {
        Path file = options.resolve().apply(template(options));
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new PrintException(
                    "error reading " + options.format() + " " + options.argument() + ", "
                            + (Files.exists(file) ? e.getMessage() : "no such file or directory"),
                    e);
        }
    }
}
