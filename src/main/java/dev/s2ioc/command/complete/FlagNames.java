package dev.s2ioc.command.complete;

import dev.s2ioc.command.complete.Candidates.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/** The flags of a command, its own before those of all commands. */
final class FlagNames {
    private FlagNames() {}

    static Candidates of(CommandSpec command) {
        List<Candidate> all = new ArrayList<>();
        command.options().stream()
                .filter(option -> isGlobal(option) || !option.hidden())
                .sorted(Comparator.comparing(FlagNames::isGlobal))
                .forEach(option -> {
                    for (String name : option.names()) {
                        all.add(new Candidate(name, first(option.description())));
                    }
                });
        return Candidates.described(all);
    }

    /** Whether every command has it. */
    static boolean isGlobal(OptionSpec option) {
        return option.scopeType() == ScopeType.INHERIT;
    }

    /** One line, as a shell can show it beside the name. */
    static String first(String[] description) {
        return description.length == 0 ? "" : description[0].lines().findFirst().orElse("");
    }
}
