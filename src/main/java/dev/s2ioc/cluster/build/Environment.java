package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.s2i.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a build tells its image about itself: variables and labels. */
final class Environment {
    private final JsonNode build;

    Environment(JsonNode build) {
        this.build = build;
    }

    /** The variables that say which build it is and from what. */
    List<Variable> ofBuild() {
        List<Variable> variables = new ArrayList<>();
        variables.add(new Variable("OPENSHIFT_BUILD_NAME", Json.at(build, "metadata", "name")));
        variables.add(new Variable("OPENSHIFT_BUILD_NAMESPACE", Json.at(build, "metadata", "namespace")));
        JsonNode git = build.path("spec").path("source").path("git");
        addUnlessEmpty(variables, "OPENSHIFT_BUILD_SOURCE", Json.at(git, "uri"));
        addUnlessEmpty(variables, "OPENSHIFT_BUILD_REFERENCE", Json.at(git, "ref"));
        addUnlessEmpty(variables, "OPENSHIFT_BUILD_COMMIT", Json.at(build, "spec", "revision", "git", "commit"));
        return variables;
    }

    private static void addUnlessEmpty(List<Variable> variables, String name, String value) {
        if (!value.isEmpty()) {
            variables.add(new Variable(name, value));
        }
    }

    /** The variables that a strategy sets. */
    static List<Variable> of(JsonNode strategy) throws BuildFailure {
        List<Variable> variables = new ArrayList<>();
        for (JsonNode each : strategy.path("env")) {
            if (each.has("valueFrom")) {
                throw new BuildFailure(
                        Reason.UnresolvableEnvironmentVariable,
                        "the variable " + Json.at(each, "name")
                                + " takes its value from elsewhere (valueFrom), which local builds cannot do yet");
            }
            variables.add(new Variable(Json.at(each, "name"), Json.at(each, "value")));
        }
        return variables;
    }

    /** The labels of the revision that is built, in the order of their names. */
    Map<String, String> revisionLabels() {
        Map<String, String> labels = new TreeMap<>();
        JsonNode git = build.path("spec").path("revision").path("git");
        put(labels, "commit.id", Json.at(git, "commit"));
        put(
                labels,
                "commit.message",
                Json.at(git, "message").lines().findFirst().orElse(""));
        put(labels, "commit.author", person(git.path("author")));
        put(labels, "commit.ref", Json.at(build, "spec", "source", "git", "ref"));
        return labels;
    }

    private static String person(JsonNode person) {
        String email = Json.at(person, "email");
        return (Json.at(person, "name") + (email.isEmpty() ? "" : " <" + email + ">")).strip();
    }

    private static void put(Map<String, String> labels, String name, String value) {
        if (!value.isEmpty()) {
            labels.put("io.openshift.build." + name, value);
        }
    }

    /** The labels that the configuration's output asks for. */
    void putOutputLabels(Map<String, String> labels) {
        build.path("spec")
                .path("output")
                .path("imageLabels")
                .forEach(label -> labels.put(Json.at(label, "name"), Json.at(label, "value")));
    }
}
