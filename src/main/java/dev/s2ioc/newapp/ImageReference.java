package dev.s2ioc.newapp;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an image as users write it: {@code [REGISTRY/][NAMESPACE/]NAME[:TAG][@DIGEST]}.
 *
 * @param text as it was written
 * @param path everything between the registry and the tag
 */
public record ImageReference(
        String text, Optional<String> registry, String path, Optional<String> tag, Optional<String> digest) {

    private static final Pattern FORM = Pattern.compile(
            "(?:(?<registry>localhost|[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+|(?:localhost|[A-Za-z0-9.-]+):[0-9]+)/)?"
                    + "(?<path>[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*)"
                    + "(?::(?<tag>[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?"
                    + "(?:@(?<digest>[a-z0-9]+:[0-9a-f]{32,}))?");

    public static Optional<ImageReference> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        return Optional.of(new ImageReference(
                text,
                Optional.ofNullable(form.group("registry")),
                form.group("path"),
                Optional.ofNullable(form.group("tag")),
                Optional.ofNullable(form.group("digest"))));
    }

    /** The last word of the path, which an image stream of this image is named after. */
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The project, when the path has the form of a stream in a project. */
    Optional<String> namespace() {
        String[] parts = path.split("/");
        return parts.length == 2 ? Optional.of(parts[0]) : Optional.empty();
    }

    public String tagOrLatest() {
        return tag.orElse("latest");
    }

    /** Whether an image stream can be meant: no registry, and no more than a project before the name. */
    boolean mayBeStream() {
        return registry.isEmpty() && path.split("/").length <= 2;
    }

    public String registryOrDefault() {
        return registry.orElse("docker.io");
    }
}
