package dev.s2ioc.s2i;

import java.util.List;

/** `.s2i/environment`: KEY=VALUE lines that a source brings along; `#` in the first column makes a comment. */
public final class EnvironmentFile {
    public static final String PATH = ".s2i/environment";

    private EnvironmentFile() {}

    public static List<Variable> parse(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("#"))
                .filter(line -> line.indexOf('=') > 0)
                .map(line -> new Variable(
                        line.substring(0, line.indexOf('=')).strip(),
                        line.substring(line.indexOf('=') + 1).strip()))
                .filter(variable -> !variable.name().isEmpty())
                .toList();
    }
}
