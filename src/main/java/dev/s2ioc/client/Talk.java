package dev.s2ioc.client;

import java.io.PrintStream;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What a session says beside its answers: the server's warnings, and at {@code -v 6} and above the requests. Tokens and
 * passwords never pass through here: {@link Exchange} takes them out first.
 */
public final class Talk {
    private static final DateTimeFormatter KLOG = DateTimeFormatter.ofPattern("MMdd HH:mm:ss.SSSSSS", Locale.ROOT);

    private final PrintStream err;
    private final int verbosity;
    private final boolean colour;
    private final Clock clock;
    private final Set<String> warned = new HashSet<>();

    public Talk(PrintStream err, int verbosity, boolean colour, Clock clock) {
        this.err = err;
        this.verbosity = verbosity;
        this.colour = colour;
        this.clock = clock;
    }

    /** Prints a server's warning once; yellow where the terminal allows it. */
    public synchronized void warn(String text) {
        if (warned.add(text)) {
            err.println((colour ? "\u001b[33;1mWarning:\u001b[0m " : "Warning: ") + text);
        }
    }

    /** Prints what a user who waits wants to know. */
    public synchronized void tell(String text) {
        err.println(text);
    }

    /** Whether notes of this level are wanted. */
    public boolean wants(int level) {
        return verbosity >= level;
    }

    /** Prints a note in the form of klog, if this level is wanted. */
    public void note(int level, String text) {
        if (wants(level)) {
            String time = KLOG.format(clock.instant().atZone(ZoneId.systemDefault()));
            err.println("I" + time + "   " + ProcessHandle.current().pid() + " session] " + text);
        }
    }
}
