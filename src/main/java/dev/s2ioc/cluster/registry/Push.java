package dev.s2ioc.cluster.registry;

import java.util.Optional;

/**
 * An image that was pushed: its manifest as it was sent and, unless it is a list of images, its configuration. Without a
 * tag it was pushed by digest, as the members of a list are.
 */
public record Push(
        String repository, Optional<String> tag, String digest, String mediaType, byte[] manifest, byte[] config) {}
