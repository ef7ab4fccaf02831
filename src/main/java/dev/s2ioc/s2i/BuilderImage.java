package dev.s2ioc.s2i;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An image seen as a builder: what its labels and environment promise to a source build. */
public record BuilderImage(String user, Map<String, String> labels, List<String> environment) {
    private static final String SCRIPTS_URL = "io.openshift.s2i.scripts-url";
    private static final String DEFAULT_SCRIPTS_URL = "image:///usr/libexec/s2i";

    /** Whether it says itself that it is a builder. */
    public boolean isBuilder() {
        return declaredScriptsUrl().isPresent()
                || variable("STI_LOCATION").isPresent()
                || variable("STI_BUILDER").isPresent();
    }

    /** Where assemble, run and the others are; the field's usual place when the image does not say. */
    public String scriptsUrl() {
        return declaredScriptsUrl().orElse(DEFAULT_SCRIPTS_URL);
    }

    /** The directory under which src, scripts and artifacts are put. */
    public String destination() {
        String destination = first(Stream.of(
                        label("io.openshift.s2i.destination"), label("io.s2i.destination"), variable("STI_LOCATION")))
                .orElse("/tmp");
        return destination.length() > 1 && destination.endsWith("/")
                ? destination.substring(0, destination.length() - 1)
                : destination;
    }

    /** Who runs assemble, without the group. */
    public String assembleUser() {
        String name = label("io.openshift.s2i.assemble-user").orElse(user);
        int colon = name.indexOf(':');
        String withoutGroup = colon < 0 ? name : name.substring(0, colon);
        return withoutGroup.isEmpty() ? "1001" : withoutGroup;
    }

    private Optional<String> declaredScriptsUrl() {
        return first(Stream.of(label(SCRIPTS_URL), label("io.s2i.scripts-url"), variable("STI_SCRIPTS_URL")));
    }

    private Optional<String> label(String name) {
        return Optional.ofNullable(labels.get(name)).filter(value -> !value.isEmpty());
    }

    private Optional<String> variable(String name) {
        return environment.stream()
                .filter(each -> each.startsWith(name + "="))
                .map(each -> each.substring(name.length() + 1))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static Optional<String> first(Stream<Optional<String>> candidates) {
        return candidates.flatMap(Optional::stream).findFirst();
    }
}
