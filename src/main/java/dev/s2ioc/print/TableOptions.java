package dev.s2ioc.print;

import java.util.List;

/**
 * How the user wants tables.
 *
 * @param wide with the columns that are for those who ask
 * @param noHeaders rows only
 * @param labelColumns labels that get a column of their own
 * @param showLabels all labels in a last column
 * @param events a first column with what has happened
 */
public record TableOptions(
        boolean wide, boolean noHeaders, List<String> labelColumns, boolean showLabels, boolean events) {

    public static final TableOptions PLAIN = new TableOptions(false, false, List.of(), false, false);
}
