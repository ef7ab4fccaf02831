package dev.s2ioc.command;

/** The exit codes of the program; a run ends in exactly one of them. */
public final class ExitCode {
    /** Done. */
    public static final int OK = 0;
    /** It could not be done: usage, refusal by the server, no connection. As oc. */
    public static final int FAILED = 1;
    /** The build Failed or ended in Error. */
    public static final int BUILD_FAILED = 3;
    /** The build was Cancelled. */
    public static final int BUILD_CANCELLED = 4;
    /** A {@code --timeout} ran out. */
    public static final int TIMED_OUT = 5;
    /** The connection was lost for good; the build goes on. */
    public static final int CONNECTION_LOST = 6;

    private ExitCode() {}
}
