package dev.s2ioc.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** The resource types as a server lists them: in one aggregated document if it can, else group by group. */
record ServedTypes(List<ResourceType> types) {
    private static final String AGGREGATED = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
            + "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json";

    static ServedTypes ask(Session session) {
        List<ResourceType> types = new ArrayList<>();
        JsonNode core = session.json(Request.get("/api").accepting(AGGREGATED));
        if (isAggregated(core)) {
            addAggregated(core, types);
        } else {
            core.path("versions").forEach(version -> addPlain(session, "", version.asText(), types));
        }
        JsonNode groups = session.json(Request.get("/apis").accepting(AGGREGATED));
        if (isAggregated(groups)) {
            addAggregated(groups, types);
        } else {
            groups.path("groups").forEach(group -> addPlain(session, group, types));
        }
        return new ServedTypes(List.copyOf(types));
    }

    private static boolean isAggregated(JsonNode answer) {
        return answer.path("kind").asText().equals("APIGroupDiscoveryList");
    }

    private static void addAggregated(JsonNode list, List<ResourceType> types) {
        for (JsonNode group : list.path("items")) {
            String name = group.path("metadata").path("name").asText("");
            for (JsonNode version : group.path("versions")) {
                for (JsonNode resource : version.path("resources")) {
                    types.add(new ResourceType(
                            name,
                            version.path("version").asText(),
                            resource.path("resource").asText(),
                            singular(resource.path("singularResource"), resource.path("responseKind")),
                            resource.path("responseKind").path("kind").asText(),
                            resource.path("scope").asText().equals("Namespaced"),
                            texts(resource.path("shortNames")),
                            texts(resource.path("categories")),
                            texts(resource.path("verbs"))));
                }
            }
        }
    }

    private static void addPlain(Session session, JsonNode group, List<ResourceType> types) {
        // The preferred version first, so that a name found twice means the one in it.
        String preferred = group.path("preferredVersion").path("version").asText();
        List<String> versions = new ArrayList<>();
        group.path("versions")
                .forEach(version -> versions.add(version.path("version").asText()));
        versions.sort((a, b) -> Boolean.compare(b.equals(preferred), a.equals(preferred)));
        versions.forEach(version -> addPlain(session, group.path("name").asText(), version, types));
    }

    private static void addPlain(Session session, String group, String version, List<ResourceType> types) {
        JsonNode list;
        try {
            list = session.json(Request.get(group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version));
        } catch (ApiException e) {
            // One group's server may be down (an aggregated API answers 503) or hidden from this user: the others
            // count.
            session.talk().note(3, "the types of " + group + "/" + version + " are unknown: " + e.getMessage());
            return;
        }
        for (JsonNode resource : list.path("resources")) {
            if (!resource.path("name").asText().contains("/")) {
                types.add(new ResourceType(
                        group,
                        version,
                        resource.path("name").asText(),
                        singular(resource.path("singularName"), resource),
                        resource.path("kind").asText(),
                        resource.path("namespaced").asBoolean(),
                        texts(resource.path("shortNames")),
                        texts(resource.path("categories")),
                        texts(resource.path("verbs"))));
            }
        }
    }

    private static String singular(JsonNode given, JsonNode kinded) {
        return given.asText("").isEmpty() ? kinded.path("kind").asText().toLowerCase(Locale.ROOT) : given.asText();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return List.copyOf(texts);
    }

    /** The first type that a word names; behind a dot may stand a group, its beginning, or a version and a group. */
    Optional<ResourceType> named(String word) {
        int dot = word.indexOf('.');
        if (dot < 0) {
            return first(type -> type.answersTo(word));
        }
        String name = word.substring(0, dot);
        String rest = word.substring(dot + 1);
        return first(type -> type.answersTo(name) && type.group().equals(rest))
                .or(() -> first(type -> type.answersTo(name) && (type.version() + "." + type.group()).equals(rest)))
                .or(() -> first(type -> type.answersTo(name) && type.group().startsWith(rest)));
    }

    List<ResourceType> inCategory(String category) {
        List<ResourceType> members = new ArrayList<>();
        for (ResourceType type : types) {
            boolean listed =
                    members.stream().anyMatch(member -> member.qualified().equals(type.qualified()));
            if (type.categories().contains(category) && !listed) {
                members.add(type);
            }
        }
        return members;
    }

    Optional<ResourceType> ofKind(String apiVersion, String kind) {
        return first(type -> type.apiVersion().equals(apiVersion) && type.kind().equals(kind));
    }

    private Optional<ResourceType> first(Predicate<ResourceType> wanted) {
        return types.stream().filter(wanted).findFirst();
    }
}
