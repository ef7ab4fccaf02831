package dev.s2ioc.command.complete;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * A command line that is still being typed, up to the cursor.
 *
 * @param command the command that is named so far; the root when there is none
 * @param arguments its arguments so far, without flags
 * @param global the flags of all commands that were typed, with their values
 * @param flag whose value is being typed, if one is
 * @param kept what of the last word stays as it is: {@code --output=} before the value
 * @param partial what is being typed, possibly nothing
 * @param flagsMayFollow false behind a {@code --}
 */
record TypedLine(
        CommandSpec command,
        List<String> arguments,
        List<String> global,
        Optional<OptionSpec> flag,
        String kept,
        String partial,
        boolean flagsMayFollow) {

    /** @param words all but the program's name; the last one is being typed */
    static TypedLine read(CommandLine root, List<String> words) {
        Reader reader = new Reader(root.getCommandSpec());
        for (String word : words.subList(0, words.size() - 1)) {
            reader.word(word);
        }
        return reader.last(words.getLast());
    }

    /** The command's words: {@code set env}; empty for the root. */
    String name() {
        String all = command.qualifiedName(" ");
        int space = all.indexOf(' ');
        return space < 0 ? "" : all.substring(space + 1);
    }

    private static final class Reader {
        private CommandSpec command;
        private final List<String> arguments = new ArrayList<>();
        private final List<String> global = new ArrayList<>();
        private Optional<OptionSpec> open = Optional.empty();
        private boolean flagsMayFollow = true;

        private Reader(CommandSpec root) {
            this.command = root;
        }

        private void word(String word) {
            if (open.isPresent()) {
                note(open.get(), word);
                open = Optional.empty();
            } else if (!flagsMayFollow || !word.startsWith("-") || word.equals("-")) {
                argument(word);
            } else if (word.equals("--")) {
                flagsMayFollow = false;
            } else {
                flag(word);
            }
        }

        private void argument(String word) {
            CommandLine next = arguments.isEmpty() ? command.subcommands().get(word) : null;
            if (next == null) {
                arguments.add(word);
            } else {
                command = next.getCommandSpec();
            }
        }

        private void flag(String word) {
            int equals = word.indexOf('=');
            OptionSpec option = command.optionsMap().get(equals < 0 ? word : word.substring(0, equals));
            if (option == null) {
                return;
            }
            if (equals >= 0) {
                note(option, word.substring(equals + 1));
            } else if (option.arity().min() > 0) {
                open = Optional.of(option);
            } else {
                note(option, "");
            }
        }

        private void note(OptionSpec option, String value) {
            if (FlagNames.isGlobal(option)) {
                global.add(value.isEmpty() ? option.longestName() : option.longestName() + "=" + value);
            }
        }

        private TypedLine last(String word) {
            int equals = word.indexOf('=');
            if (open.isEmpty() && flagsMayFollow && word.startsWith("--") && equals > 0) {
                Optional<OptionSpec> option =
                        Optional.ofNullable(command.optionsMap().get(word.substring(0, equals)));
                return line(option, word.substring(0, equals + 1), word.substring(equals + 1));
            }
            return line(open, "", word);
        }

        private TypedLine line(Optional<OptionSpec> flag, String kept, String partial) {
            return new TypedLine(
                    command, List.copyOf(arguments), List.copyOf(global), flag, kept, partial, flagsMayFollow);
        }
    }
}
