package dev.s2ioc.testing;

/** What came of a run: the exit code and all that was printed. Compare it whole. */
public record Ran(int code, String out, String err) {}
