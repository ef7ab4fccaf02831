package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers "what may I do here": every resource that is served, with the verbs that are allowed. */
final class RulesReviewResource implements Question {
    private static final Type TYPE =
            Type.clusterScoped("authorization.k8s.io", "v1", "selfsubjectrulesreviews", "SelfSubjectRulesReview");

    private final Kinds kinds;
    private final Access access;

    RulesReviewResource(Kinds kinds, Access access) {
        this.kinds = kinds;
        this.access = access;
    }

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public ObjectNode create(Call call, ObjectNode request) {
        String namespace = Json.at(request, "spec", "namespace");
        if (namespace.isEmpty()) {
            throw StatusException.badRequest("no namespace on request");
        }
        ObjectNode review = Json.object();
        review.put("kind", TYPE.kind()).put("apiVersion", TYPE.apiVersion());
        review.putObject("metadata").putNull("creationTimestamp");
        review.putObject("spec");
        ObjectNode status = review.putObject("status").put("incomplete", false);
        ArrayNode rules = status.putArray("resourceRules");
        if (call.user().isAdmin()) {
            rule(rules, List.of("*"), "*", List.of("*"));
        } else {
            kinds.resources().forEach(resource -> describe(rules, call.user(), namespace, resource));
        }
        ObjectNode urls = status.putArray("nonResourceRules").addObject();
        urls.putArray("verbs").add(call.user().isAdmin() ? "*" : "get");
        urls.putArray("nonResourceURLs").add("*");
        return review;
    }

    private void describe(ArrayNode rules, User user, String namespace, Resource resource) {
        Type type = resource.type();
        Map<List<String>, List<String>> resourcesByVerbs = new LinkedHashMap<>();
        add(resourcesByVerbs, type.plural(), allowed(user, namespace, type, resource.verbs()));
        for (Subresource sub : kinds.subresources(type)) {
            add(resourcesByVerbs, type.plural() + "/" + sub.name(), allowed(user, namespace, type, sub.verbs()));
        }
        resourcesByVerbs.forEach((verbs, resources) -> rule(rules, verbs, type.group(), resources));
    }

    private static void add(Map<List<String>, List<String>> resourcesByVerbs, String resource, List<String> verbs) {
        if (!verbs.isEmpty()) {
            resourcesByVerbs.computeIfAbsent(verbs, none -> new ArrayList<>()).add(resource);
        }
    }

    private List<String> allowed(User user, String namespace, Type type, Set<Verb> verbs) {
        // What is a namespace's own double bears its name.
        String name = type.namespaced() ? "" : namespace;
        return EnumSet.copyOf(verbs).stream()
                .map(Verb::name)
                .filter(verb -> access.allows(
                        user, verb, type.group(), type.plural(), type.namespaced() ? namespace : "", name))
                .toList();
    }

    private static void rule(ArrayNode rules, List<String> verbs, String group, List<String> resources) {
        ObjectNode rule = rules.addObject();
        verbs.forEach(rule.putArray("verbs")::add);
        rule.putArray("apiGroups").add(group);
        resources.forEach(rule.putArray("resources")::add);
    }
}
