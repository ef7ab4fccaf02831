package dev.s2ioc.command;

import dev.s2ioc.print.TableOptions;
import java.util.List;
import picocli.CommandLine.Option;

/** The flags that shape tables. */
public final class TableFlags {

    @Option(names = "--no-headers", description = "Rows only; for custom columns too.")
    boolean noHeaders;

    @Option(names = "--show-labels", description = "All labels of the objects in a last column.")
    boolean showLabels;

    @Option(
            names = {"-L", "--label-columns"},
            paramLabel = "LABEL",
            split = ",",
            description = "A column for each of these labels; may be repeated.")
    List<String> labelColumns = List.of();

    @Option(names = "--show-kind", description = "The kind in front of each name.")
    boolean showKind;

    TableOptions options(boolean wide, boolean events) {
        return new TableOptions(wide, noHeaders, labelColumns, showLabels, events);
    }
}
