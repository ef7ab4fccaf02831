package dev.s2ioc.command;

/**
 * A command could not do what was asked. The message is the sentence for the user, without the {@code error: } in front;
 * a further line may hold the next step.
 */
public final class CommandFailure extends RuntimeException {
    private final int exitCode;
    private final boolean plain;

    private CommandFailure(String message, int exitCode, boolean plain, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
        this.plain = plain;
    }

    /** Exit code 1, printed as {@code error: message}. */
    public CommandFailure(String message) {
        this(message, 1, false, null);
    }

    /** Exit code 1, printed as {@code error: message}; the cause shows at {@code -v 9}. */
    public CommandFailure(String message, Throwable cause) {
        this(message, 1, false, cause);
    }

    /** Printed as {@code error: message}, ending in the given exit code. */
    public CommandFailure(String message, int exitCode) {
        this(message, exitCode, false, null);
    }

    /** Everything has been said already: nothing is printed, the run ends in the given exit code. */
    public static CommandFailure silent(int exitCode) {
        return new CommandFailure("", exitCode, true, null);
    }

    /** The message is printed on stderr as it is, without {@code error: }. */
    public static CommandFailure verbatim(String message, int exitCode) {
        return new CommandFailure(message, exitCode, true, null);
    }

    public int exitCode() {
        return exitCode;
    }

    /** Whether the message stands as it is, without {@code error: } in front. */
    public boolean isPlain() {
        return plain;
    }
}
