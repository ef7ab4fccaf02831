package dev.s2ioc.s2i;

/** A variable of the environment. */
public record Variable(String name, String value) {}
