package dev.s2ioc.cluster.build;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Collectors;

/** The last lines of a failed build's log, as its status carries them: long lines lose their middle. */
final class LogSnippet {
    private static final int LINES = 5;
    private static final int LONGEST = 120;
    private static final int HEAD = 58;
    private static final int TAIL = 59;

    private final Deque<String> lines = new ArrayDeque<>();

    void add(String line) {
        if (lines.size() == LINES) {
            lines.removeFirst();
        }
        lines.addLast(line);
    }

    String text() {
        return lines.stream().map(LogSnippet::shortened).collect(Collectors.joining("\n"));
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST ? line : line.substring(0, HEAD) + "..." + line.substring(line.length() - TAIL);
    }
}
