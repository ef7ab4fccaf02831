package dev.s2ioc.s2i;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that the Dockerfile of a source build depends on.
 *
 * @param builder the reference of the builder image
 * @param labels for the new image, in the order in which they are written
 * @param environment of assemble and of the new image; later values win
 * @param injections what else is copied in
 * @param previous the image whose artifacts an incremental build takes over
 */
public record SourceBuild(
        String builder,
        BuilderImage image,
        Scripts scripts,
        Map<String, String> labels,
        List<Variable> environment,
        List<Injection> injections,
        Optional<String> previous) {}
