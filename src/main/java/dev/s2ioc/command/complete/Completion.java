package dev.s2ioc.command.complete;

import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.complete.Candidates.Candidate;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Answers a shell what may stand at the cursor: {@code s2ioc __complete WORD... PARTIAL} prints a line for each candidate, with a
 * tab before its description, and last a colon with a number that is the sum of 2 (no space behind it) and 4 (no file names).
 * That is the form that completion scripts of cobra programs, such as kubectl and oc, understand.
 */
public final class Completion {
    /** The word by which shells ask. */
    public static final String WORD = "__complete";

    private static final int NO_SPACE = 2;
    private static final int NO_FILES = 4;

    private final CommandContext context;
    private final CommandLine root;

    /** @param root the commands; those that the words may name are enough */
    public Completion(CommandContext context, CommandLine root) {
        this.context = context;
        this.root = root;
    }

    /** Prints the candidates for the last of the words. */
    public int run(List<String> words) {
        TypedLine line = TypedLine.read(root, words.isEmpty() ? List.of("") : words);
        Candidates candidates;
        try {
            candidates = candidates(line);
        } catch (RuntimeException e) {
            // No server, no login, no such type, a line that makes no sense yet: whoever types learns of it from the
            // command.
            candidates = Candidates.NONE;
        }
        print(candidates.startingWith(line.partial()).map(value -> line.kept() + value));
        return 0;
    }

    private Candidates candidates(TypedLine line) {
        if (line.flag().isPresent()) {
            return new FlagValues(new Known(context, line)).of(line);
        }
        if (line.flagsMayFollow() && line.partial().startsWith("-")) {
            return FlagNames.of(line.command());
        }
        boolean choosesCommand =
                line.arguments().isEmpty() && !line.command().subcommands().isEmpty();
        return choosesCommand ? commands(line.command()) : new Arguments(new Known(context, line)).of(line);
    }

    private static Candidates commands(CommandSpec command) {
        List<Candidate> all = new ArrayList<>();
        command.subcommands().forEach((name, each) -> {
            CommandSpec spec = each.getCommandSpec();
            if (name.equals(spec.name()) && !spec.usageMessage().hidden()) {
                all.add(new Candidate(name, FlagNames.first(spec.usageMessage().description())));
            }
        });
        return Candidates.described(all);
    }

    private void print(Candidates candidates) {
        PrintStream out = context.streams().out();
        for (Candidate each : candidates.all()) {
            out.println(each.description().isEmpty() ? each.value() : each.value() + "\t" + each.description());
        }
        out.println(":" + ((candidates.goesOn() ? NO_SPACE : 0) + (candidates.files() ? 0 : NO_FILES)));
    }
}
