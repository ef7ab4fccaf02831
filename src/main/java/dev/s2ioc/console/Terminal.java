package dev.s2ioc.console;

/**
 * What the terminal behind the streams allows. All false and width 80 when there is none, so that pipes and CI logs stay
 * free of colour and progress lines.
 *
 * @param input standard input is a terminal: the user can be asked
 * @param output standard output is a terminal
 * @param error standard error is a terminal: progress may redraw a line
 * @param colour colour may be used (a terminal, and neither {@code NO_COLOR} nor {@code TERM=dumb})
 * @param width columns
 */
public record Terminal(boolean input, boolean output, boolean error, boolean colour, int width) {

    public static final Terminal NONE = new Terminal(false, false, false, false, 80);

    static Terminal ofProcess(Surroundings surroundings) {
        // Console.isTerminal() is false as soon as stdin or stdout is redirected; it costs nothing, unlike loading a
        // native library. Finer questions (one of the two redirected, the width) are asked only where they matter.
        java.io.Console console = System.console();
        boolean interactive = console != null && console.isTerminal();
        boolean colour = interactive
                && surroundings.variable("NO_COLOR").isEmpty()
                && !surroundings.variable("TERM").orElse("dumb").equals("dumb");
        int width = surroundings.variable("COLUMNS").flatMap(Terminal::number).orElse(80);
        return new Terminal(interactive, interactive, interactive, colour, width);
    }

    private static java.util.Optional<Integer> number(String text) {
        return text.matches("[1-9][0-9]{0,4}")
                ? java.util.Optional.of(Integer.parseInt(text))
                : java.util.Optional.empty();
    }
}
