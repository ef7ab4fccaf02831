package dev.s2ioc.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The projects that a session's user may see, and requests for new ones. */
public final class Projects {
    private static final String PATH = "/apis/project.openshift.io/v1/projects";
    private static final String REQUESTS = "/apis/project.openshift.io/v1/projectrequests";

    private final Session session;

    public Projects(Session session) {
        this.session = session;
    }

    /** A project; the display name is empty if it has none of its own. */
    public record Project(String name, String displayName) {
        private static Project of(JsonNode object) {
            JsonNode metadata = object.path("metadata");
            JsonNode annotations = metadata.path("annotations");
            String shown = annotations
                    .path("openshift.io/display-name")
                    .asText(annotations.path("displayName").asText(""));
            String name = metadata.path("name").asText();
            return new Project(name, shown.equals(name) ? "" : shown);
        }

        /** {@code Display Name (name)}, or the name alone. */
        public String label() {
            return displayName.isEmpty() ? name : displayName + " (" + name + ")";
        }
    }

    /** All projects of the user, by name. */
    public List<Project> list() {
        List<Project> projects = new ArrayList<>();
        session.json(Request.get(PATH)).path("items").forEach(item -> projects.add(Project.of(item)));
        projects.sort(Comparator.comparing(Project::name));
        return projects;
    }

    /** @throws ApiException if there is no such project, or the user may not see it */
    public Project get(String name) {
        return Project.of(session.json(Request.get(PATH + "/" + segment(name))));
    }

    private static String segment(String typed) {
        return URLEncoder.encode(typed, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The project, if the user can see it. */
    public Optional<Project> find(String name) {
        try {
            return Optional.of(get(name));
        } catch (ApiException e) {
            if (e.isNotFound() || e.isForbidden()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Fails if the user may not request projects. */
    public void checkMayRequest() {
        session.bytes(Request.get(REQUESTS));
    }

    public void request(String name, String displayName, String description) {
        ObjectNode request = Json.object();
        request.put("kind", "ProjectRequest").put("apiVersion", "project.openshift.io/v1");
        request.putObject("metadata").put("name", name);
        if (!displayName.isEmpty()) {
            request.put("displayName", displayName);
        }
        if (!description.isEmpty()) {
            request.put("description", description);
        }
        session.json(Request.post(REQUESTS, request));
    }
}
