package dev.s2ioc.print;

import java.util.List;
import java.util.TreeSet;

/** Finds the printer that {@code -o} names. */
public final class Printers {
    private static final List<String> OBJECT_FORMATS = List.of("json", "name", "yaml");
    private static final List<String> LISTING_FORMATS = List.of();

    private Printers() {}

    /** The printer for a command that prints objects it has made or changed. */
    public static Printer forFormat(PrintOptions options) {
        return find(options, OBJECT_FORMATS);
    }

    /** The printer for {@code get}, which prints columns too; tables ({@code wide}, or no format) are not made here. */
    public static Printer forListing(PrintOptions options) {
        TreeSet<String> formats = new TreeSet<>(OBJECT_FORMATS);
        formats.addAll(LISTING_FORMATS);
        formats.add("wide");
        return find(options, List.copyOf(formats));
    }

    private static Printer find(PrintOptions options, List<String> allowed) {
        Printer printer = switch (options.format()) {
            case "json" -> new JsonPrinter();
            case "yaml" -> new YamlPrinter();
            case "name" -> new NamePrinter();
            default -> throw unmatched(options.format(), allowed);
        };
        return options.showManagedFields() ? printer : new WithoutManagedFields(printer);
    }

    private static PrintException unmatched(String format, List<String> allowed) {
        return new PrintException("unable to match a printer suitable for the output format \"" + format
                + "\", allowed formats are: " + String.join(",", allowed));
    }
}
