package dev.s2ioc.s2i;

import java.util.List;

/**
 * Files that assemble finds besides the source.
 *
 * @param source their directory, in the context of the build
 * @param destination in the image
 * @param removed those, by absolute path, that are taken away after assemble: what is secret must not stay
 */
public record Injection(String source, String destination, List<String> removed) {}
