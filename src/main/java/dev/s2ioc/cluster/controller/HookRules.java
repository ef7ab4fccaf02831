package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.store.Json;
import java.util.List;
import java.util.stream.Stream;

/** Which hooks a deployment can have. */
record HookRules(JsonNode template, Causes causes) {
    private static final List<String> POLICIES = List.of("Abort", "Ignore", "Retry");

    void validate(JsonNode hook, String field) {
        if (!hook.isObject()) {
            return;
        }
        String policy = Json.at(hook, "failurePolicy");
        if (policy.isEmpty()) {
            causes.required(field + ".failurePolicy", "");
        } else if (!POLICIES.contains(policy)) {
            causes.notSupported(field + ".failurePolicy", policy, POLICIES);
        }
        boolean execs = hook.path("execNewPod").isObject();
        boolean tags = !hook.path("tagImages").isEmpty();
        if (execs && tags) {
            causes.invalid(field, "<hook>", "only one of 'execNewPod' or 'tagImages' may be specified");
        } else if (execs) {
            validateExec(hook.path("execNewPod"), field + ".execNewPod");
        } else if (tags) {
            validateTags(hook.path("tagImages"), field + ".tagImages");
        } else {
            causes.invalid(field, "<empty>", "One of execNewPod or tagImages must be specified");
        }
    }

    private void validateExec(JsonNode exec, String field) {
        if (exec.path("command").isEmpty()) {
            causes.required(field + ".command", "");
        }
        if (Json.at(exec, "containerName").isEmpty()) {
            causes.required(field + ".containerName", "");
        }
        for (int i = 0; i < exec.path("env").size(); i++) {
            if (Json.at(exec.path("env").path(i), "name").isEmpty()) {
                causes.required(field + ".env[" + i + "].name", "");
            }
        }
        for (int i = 0; i < exec.path("volumes").size(); i++) {
            if (exec.path("volumes").path(i).asText().isEmpty()) {
                causes.invalid(field + ".volumes[" + i + "]", "", "must not be empty");
            }
        }
    }

    private void validateTags(JsonNode tags, String field) {
        for (int i = 0; i < tags.size(); i++) {
            JsonNode tag = tags.path(i);
            String at = field + "[" + i + "].";
            String container = Json.at(tag, "containerName");
            if (container.isEmpty()) {
                causes.required(at + "containerName", "a containerName is required");
            } else if (!hasContainer(container)) {
                causes.invalid(at + "containerName", container, "no container \"" + container + "\" found");
            }
            if (!Json.at(tag, "to", "kind").equals("ImageStreamTag")) {
                causes.invalid(at + "to.kind", Json.at(tag, "to", "kind"), "Must be 'ImageStreamTag'");
            }
            if (Json.at(tag, "to", "name").isEmpty()) {
                causes.required(at + "to.name", "a destination tag name is required");
            }
        }
    }

    private boolean hasContainer(String name) {
        return Stream.of("containers", "initContainers")
                .flatMap(list -> template.path("spec").path(list).valueStream())
                .anyMatch(each -> Json.at(each, "name").equals(name));
    }
}
