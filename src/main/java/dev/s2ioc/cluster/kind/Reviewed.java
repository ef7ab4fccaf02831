package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.store.Json;
import java.util.ArrayList;
import java.util.List;

/** Whom a review of access is about. */
final class Reviewed {
    private Reviewed() {}

    /** The user that is named, in the groups that are named and in those that such a user has anyway. */
    static User user(JsonNode attributes) {
        String name = Json.at(attributes, "user");
        List<String> groups = new ArrayList<>(
                name.isEmpty() ? List.of() : User.named(name, "").groups());
        attributes.path("groups").forEach(group -> groups.add(group.asText()));
        return new User(name, Json.at(attributes, "uid"), List.copyOf(groups));
    }
}
