package dev.s2ioc.s2i;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Checks what an image says of itself: the labels that make it a builder, its user and its ports. */
public final class BuilderLabels {
    private static final String SERVICES = "io.openshift.expose-services";

    private BuilderLabels() {}

    /** @param whole whether nothing can come from a base image any more */
    public static List<Finding> check(BuilderImage image, Collection<String> ports, boolean whole, String place) {
        List<Finding> findings = new ArrayList<>();
        labels(image, whole, place, findings);
        user(image.user(), whole, place, findings);
        ports(image.labels(), ports, place, findings);
        return findings;
    }

    private static void labels(BuilderImage image, boolean whole, String place, List<Finding> findings) {
        Map<String, String> labels = image.labels();
        if (!image.isBuilder()) {
            String message = "no label io.openshift.s2i.scripts-url: new-build does not recognise it as a builder;"
                    + " set it to image:///usr/libexec/s2i";
            findings.add(
                    whole
                            ? Finding.error("scripts-url", place, message)
                            : Finding.warning("scripts-url", place, message + ", unless the base image has it"));
        } else if (!image.scriptsUrl().startsWith("image://")) {
            findings.add(Finding.warning(
                    "scripts-url",
                    place,
                    "the scripts are taken from " + image.scriptsUrl() + ", not from the image (image:///DIRECTORY)"));
        }
        for (String label : List.of("io.k8s.display-name", "io.k8s.description")) {
            if (labels.getOrDefault(label, "").isEmpty()) {
                findings.add(Finding.warning("label", place, "no label " + label + ": nobody is told what it builds"));
            }
        }
        if (!List.of(labels.getOrDefault("io.openshift.tags", "").split("\\s*,\\s*"))
                .contains("builder")) {
            findings.add(Finding.warning(
                    "tags", place, "the label io.openshift.tags does not have \"builder\": catalogues do not show it"));
        }
    }

    private static void user(String user, boolean whole, String place, List<Finding> findings) {
        String name = user.replaceFirst(":.*", "");
        if (name.equals("root") || name.equals("0") || whole && name.isEmpty()) {
            findings.add(Finding.error(
                    "user",
                    place,
                    "assemble and the application would run as root, which clusters refuse; end with USER 1001"));
        } else if (name.isEmpty()) {
            findings.add(Finding.warning(
                    "user", place, "no USER: it is the base image's, which may be root; end with USER 1001"));
        } else if (!name.matches("[0-9]+")) {
            findings.add(Finding.warning(
                    "user",
                    place,
                    "USER " + name + " is a name: clusters can only tell by a number that it is not root"));
        }
    }

    private static void ports(
            Map<String, String> labels, Collection<String> exposed, String place, List<Finding> findings) {
        Set<String> ports = new TreeSet<>();
        exposed.forEach(port -> ports.add(port.replaceFirst("/tcp$", "")));
        Set<String> services = new TreeSet<>();
        for (String service : labels.getOrDefault(SERVICES, "").split("\\s*,\\s*")) {
            if (!service.isEmpty()) {
                services.add(service.replaceFirst(":.*", "").replaceFirst("/tcp$", ""));
            }
        }
        for (String port : services) {
            if (!ports.contains(port)) {
                findings.add(Finding.warning(
                        "ports",
                        place,
                        SERVICES + " promises port " + port + ", which is not exposed; add EXPOSE " + port));
            }
        }
        for (String port : ports) {
            if (!services.contains(port)) {
                findings.add(Finding.warning(
                        "ports", place, "port " + port + " is exposed, but " + SERVICES + " does not name it"));
            }
        }
    }
}
