package dev.s2ioc.console;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * The three streams of a run. {@code out} carries data (object lines, tables, logs), {@code err} carries talk (notices,
 * progress, warnings). What a terminal allows (colour, width) is asked of {@link Terminal}.
 */
public record Streams(InputStream in, PrintStream out, PrintStream err, Terminal terminal) {

    /** Streams that write to the given places, with no terminal behind them: no colour, no progress line, no prompts. */
    public static Streams plain(InputStream in, PrintStream out, PrintStream err) {
        return new Streams(in, out, err, Terminal.NONE);
    }

    /** Whether the input is typed at a terminal, even where the output goes elsewhere. */
    public boolean readsTerminal() {
        return terminal.input() || in == System.in && RawTerminal.isStandardInput();
    }

    /** The process's own streams, in UTF-8. */
    public static Streams ofProcess(Surroundings surroundings) {
        PrintStream out = new PrintStream(
                new java.io.BufferedOutputStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), 8192),
                false,
                StandardCharsets.UTF_8);
        PrintStream err =
                new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.err), true, StandardCharsets.UTF_8);
        return new Streams(System.in, out, err, Terminal.ofProcess(surroundings));
    }
}
