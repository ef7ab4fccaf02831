package dev.s2ioc.newapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.SelectionException;
import dev.s2ioc.client.Session;
import java.util.List;
import java.util.stream.Stream;

/** The objects of the current project and of the project {@code openshift}, which offers its own to all. */
record SharedObjects(Session session) {

    List<JsonNode> list(ResourceType type) {
        return projects().flatMap(project -> list(type, project)).toList();
    }

    Stream<String> projects() {
        return Stream.of(session.namespace(), StreamSearch.SHARED).distinct();
    }

    private Stream<JsonNode> list(ResourceType type, String project) {
        try {
            return session.resources().in(project).list(type).path("items").valueStream();
        } catch (SelectionException unknown) {
            // A server that does not have the type has no object of it.
            return Stream.empty();
        } catch (ApiException refusal) {
            boolean foreign = !project.equals(session.namespace());
            if (foreign && (refusal.isForbidden() || refusal.isNotFound())) {
                return Stream.empty();
            }
            throw refusal;
        }
    }
}
