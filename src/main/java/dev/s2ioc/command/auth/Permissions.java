package dev.s2ioc.command.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the rules of a role allow, taken apart into single permissions so that two roles can be compared. */
final class Permissions {

    /**
     * One verb on one thing.
     *
     * @param name empty for all objects
     * @param path empty for a resource
     */
    private record Permission(String verb, String group, String resource, String name, String path) {
        boolean covers(Permission other) {
            boolean samePlace = path.isEmpty() == other.path.isEmpty();
            return samePlace
                    && covers(verb, other.verb)
                    && covers(group, other.group)
                    && coversResource(other.resource)
                    && (name.isEmpty() || name.equals(other.name))
                    && coversPath(other.path);
        }

        private boolean coversResource(String other) {
            boolean everyParent = resource.startsWith("*/") && other.endsWith(resource.substring(1));
            return covers(resource, other) || everyParent;
        }

        private boolean coversPath(String other) {
            boolean below = path.endsWith("*") && other.startsWith(path.substring(0, path.length() - 1));
            return path.equals(other) || below;
        }

        private static boolean covers(String wide, String narrow) {
            return wide.equals("*") || wide.equals(narrow);
        }
    }

    private final Set<Permission> permissions = new LinkedHashSet<>();

    /** @param rules of a role */
    Permissions(JsonNode rules) {
        for (JsonNode rule : rules) {
            for (String verb : texts(rule.path("verbs"))) {
                for (String path : texts(rule.path("nonResourceURLs"))) {
                    permissions.add(new Permission(verb, "", "", "", path));
                }
                addResources(rule, verb);
            }
        }
    }

    private void addResources(JsonNode rule, String verb) {
        List<String> names = texts(rule.path("resourceNames"));
        for (String group : texts(rule.path("apiGroups"))) {
            for (String resource : texts(rule.path("resources"))) {
                for (String name : names.isEmpty() ? List.of("") : names) {
                    permissions.add(new Permission(verb, group, resource, name, ""));
                }
            }
        }
    }

    /** Rules for what others allow and these do not. */
    ArrayNode missingOf(Permissions others) {
        Map<Permission, ArrayNode> verbs = new LinkedHashMap<>();
        ArrayNode rules = Json.array();
        for (Permission wanted : others.permissions) {
            if (permissions.stream().noneMatch(own -> own.covers(wanted))) {
                Permission thing = new Permission("", wanted.group(), wanted.resource(), wanted.name(), wanted.path());
                verbs.computeIfAbsent(thing, key -> rule(rules.addObject(), key))
                        .add(wanted.verb());
            }
        }
        return rules;
    }

    private static ArrayNode rule(ObjectNode rule, Permission thing) {
        ArrayNode verbs = rule.putArray("verbs");
        if (thing.path().isEmpty()) {
            rule.putArray("apiGroups").add(thing.group());
            rule.putArray("resources").add(thing.resource());
        } else {
            rule.putArray("nonResourceURLs").add(thing.path());
        }
        if (!thing.name().isEmpty()) {
            rule.putArray("resourceNames").add(thing.name());
        }
        return verbs;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
