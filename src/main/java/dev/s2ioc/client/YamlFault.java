package dev.s2ioc.client;

import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** What is wrong with a text that is no YAML, on one line, with the place first where Go's reader would tell it. */
final class YamlFault {
    private YamlFault() {}

    static String of(Exception fault) {
        if (fault instanceof MarkedYamlEngineException marked
                && marked.getProblemMark().isPresent()) {
            var mark = marked.getProblemMark().get();
            return "error converting YAML to JSON: yaml: line " + (mark.getLine() + 1) + ": "
                    + marked.getProblem().strip() + " (column " + (mark.getColumn() + 1) + ")";
        }
        return String.valueOf(fault.getMessage()).strip();
    }
}
