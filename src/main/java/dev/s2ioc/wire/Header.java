package dev.s2ioc.wire;

/** One header line. */
public record Header(String name, String value) {}
