package dev.s2ioc.print;

import java.util.ArrayList;
import java.util.List;

/** The widths of a table's columns: each as its widest cell so far and three spaces, and six at least. */
final class ColumnWidths {
    private static final int MINIMUM = 6;
    private static final int PADDING = 3;

    private final List<Integer> widths = new ArrayList<>();

    void forget() {
        widths.clear();
    }

    /** Makes room for lines. The last cell of a line belongs to no column: nothing follows that would have to be aligned. */
    void widen(List<List<String>> lines) {
        for (List<String> line : lines) {
            for (int i = 0; i < line.size() - 1; i++) {
                int width = Math.max(MINIMUM, length(line.get(i)) + PADDING);
                if (i == widths.size()) {
                    widths.add(width);
                } else {
                    widths.set(i, Math.max(width, widths.get(i)));
                }
            }
        }
    }

    void write(List<String> line, StringBuilder text) {
        for (int i = 0; i < line.size(); i++) {
            text.append(line.get(i));
            if (i < line.size() - 1) {
                text.repeat(' ', widths.get(i) - length(line.get(i)));
            }
        }
        text.append('\n');
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
