package dev.s2ioc.print;

import java.util.ArrayList;
import java.util.List;

/**
 * Aligns text in columns as Go's text/tabwriter does. A cell ends in a tab; what follows the last tab of a line belongs to
 * no column. A column reaches over consecutive lines that have a cell in it: a line without ends it.
 */
public final class TabWriter {
    private final int minimum;
    private final int tab;
    private final int padding;
    private final char pad;
    private final StringBuilder text = new StringBuilder();

    private TabWriter(int minimum, int tab, int padding, char pad) {
        this.minimum = minimum;
        this.tab = tab;
        this.padding = padding;
        this.pad = pad;
    }

    /** For tables. */
    public static TabWriter forTables() {
        return new TabWriter(6, 4, 3, ' ');
    }

    /** For lists of names. */
    public static TabWriter forNames() {
        return new TabWriter(10, 4, 3, ' ');
    }

    /** For lists of few columns, all of them wide. */
    public static TabWriter forWideColumns() {
        return new TabWriter(20, 5, 3, ' ');
    }

    /** For a label and what it labels, close beside it. */
    public static TabWriter forLabels() {
        return new TabWriter(0, 4, 1, ' ');
    }

    /** For the descriptions of OpenShift's own kinds: padded with tabs. */
    public static TabWriter forOpenShift() {
        return new TabWriter(0, 8, 1, '\t');
    }

    /** For the descriptions of Kubernetes' kinds: padded with spaces. */
    public static TabWriter forKubernetes() {
        return new TabWriter(0, 8, 2, ' ');
    }

    /** Adds text as it is; tabs in it end cells. */
    public TabWriter print(String added) {
        text.append(added);
        return this;
    }

    /** Adds cells, the last one not ended, and ends the line. */
    public TabWriter line(String... cells) {
        text.append(String.join("\t", cells)).append('\n');
        return this;
    }

    /** All that was added, aligned. */
    @Override
    public String toString() {
        List<String[]> lines = new ArrayList<>();
        for (String line : text.toString().split("\n", -1)) {
            lines.add(line.split("\t", -1));
        }
        StringBuilder aligned = new StringBuilder();
        align(lines, new ArrayList<>(), aligned);
        // The text after the last newline is a line too, though no newline ends it.
        aligned.setLength(aligned.length() - 1);
        return aligned.toString();
    }

    /** Writes lines whose columns to the left have the given widths. */
    private void align(List<String[]> lines, List<Integer> widths, StringBuilder aligned) {
        int column = widths.size();
        int first = 0;
        while (first < lines.size()) {
            int last = first;
            int width = minimum;
            while (last < lines.size() && column < lines.get(last).length - 1) {
                width = Math.max(width, length(lines.get(last)[column]) + padding);
                last++;
            }
            if (last == first) {
                write(lines.get(first), widths, aligned);
                first++;
            } else {
                widths.add(width);
                align(lines.subList(first, last), widths, aligned);
                widths.removeLast();
                first = last;
            }
        }
    }

    private void write(String[] cells, List<Integer> widths, StringBuilder aligned) {
        for (int i = 0; i < cells.length; i++) {
            aligned.append(cells[i]);
            if (i < widths.size()) {
                pad(length(cells[i]), widths.get(i), aligned);
            }
        }
        aligned.append('\n');
    }

    private void pad(int written, int width, StringBuilder aligned) {
        if (pad == '\t') {
            int stop = (width + tab - 1) / tab * tab;
            aligned.repeat('\t', (stop - written + tab - 1) / tab);
        } else {
            aligned.repeat(pad, width - written);
        }
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
