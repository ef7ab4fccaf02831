package dev.s2ioc.newapp;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is told about how an image will run. The sentences are oc's, which says them for deployment configs only.
 *
 * @param kind what runs it, in words
 * @param shortKind what commands call that
 * @param name of what runs it
 * @param test whether it runs only while it is tried
 */
record RunFacts(String kind, String shortKind, String name, boolean test) {

    static RunFacts of(AppRequest.Running running, String name) {
        return running.asDeploymentConfig()
                ? new RunFacts("deployment config", "dc", name, running.test())
                : new RunFacts("deployment", "deployment", name, false);
    }

    /** @param first whether it is the first of those that run together */
    List<String> of(RunnableImage image, boolean first) {
        List<String> facts = new ArrayList<>();
        facts.add("    * This image will be " + (test ? "test " : "") + "deployed " + (first ? "in " : "as part of ")
                + kind + " \"" + name + "\"");
        if (!image.ports().isEmpty()) {
            String list = image.ports().stream().map(Port::toString).collect(Collectors.joining(", "));
            facts.add("    * Port" + (image.ports().size() == 1 ? " " : "s ") + list
                    + " will be load balanced by service \"" + name + "\"");
            facts.add("      * Other containers can access this service through the hostname \"" + name + "\"");
        } else if (image.known()) {
            facts.add("    * The image does not expose any ports - if you want to load balance or send traffic to this"
                    + " component");
            facts.add("      you will need to create a service with 's2ioc expose " + shortKind + "/" + name
                    + " --port=[port]' later");
        }
        if (!image.volumes().isEmpty()) {
            facts.add("    * This image declares volumes and will default to use non-persistent, host-local storage.");
            facts.add("      You can add persistent volumes later by running 's2ioc set volume " + shortKind + "/"
                    + name + " --add ...'");
        }
        if (image.root()) {
            facts.add("    * WARNING: Image \"" + image.told()
                    + "\" runs as the 'root' user which may not be permitted by your cluster administrator");
        }
        return facts;
    }
}
