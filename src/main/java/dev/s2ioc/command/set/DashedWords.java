package dev.s2ioc.command.set;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** The words of a command line apart: those that name objects, and those behind {@code --}, which are a program to run. */
record DashedWords(List<String> subjects, List<String> program) {

    static DashedWords of(List<String> words, CommandSpec spec) {
        List<String> typed = spec.commandLine().getParseResult().originalArgs();
        int dashes = typed.indexOf("--");
        int behind = dashes < 0 ? 0 : typed.size() - dashes - 1;
        int split = words.size() - behind;
        return new DashedWords(words.subList(0, split), words.subList(split, words.size()));
    }
}
