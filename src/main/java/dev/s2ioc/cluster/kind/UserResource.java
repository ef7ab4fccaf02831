package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Listing;
import dev.s2ioc.cluster.store.Page;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The people; {@code ~} is whoever asks. */
public final class UserResource implements Resource {
    private static final Type TYPE = Type.clusterScoped("user.openshift.io", "v1", "users", "User");
    private static final List<String> PEOPLE = List.of(Users.DEVELOPER, Users.ADMIN);

    private final Machinery machinery;

    public UserResource(Machinery machinery) {
        this.machinery = machinery;
    }

    @Override
    public Type type() {
        return TYPE;
    }

    @Override
    public Set<Verb> verbs() {
        return EnumSet.of(Verb.get, Verb.list);
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.objectName(),
                Column.text(
                        "UID",
                        "The identity that stays when the name is given to another.",
                        (user, now) -> Json.at(user, "metadata", "uid")),
                Column.text("Full Name", "The full name of the user.", (user, now) -> Json.at(user, "fullName")),
                Column.text(
                        "Identities",
                        "Where the user logs in.",
                        (user, now) -> user.path("identities")
                                .valueStream()
                                .map(identity -> identity.asText())
                                .collect(Collectors.joining(", "))));
    }

    @Override
    public ObjectNode get(Call call, String name) {
        if (name.equals("~")) {
            return user(call.user().name(), call.user().groups());
        }
        if (!PEOPLE.contains(name)) {
            throw StatusException.notFound(TYPE, name);
        }
        return user(name, List.of());
    }

    @Override
    public Listing list(Call call, Page page) {
        List<ObjectNode> users =
                PEOPLE.stream().sorted().map(name -> user(name, List.of())).toList();
        return new Listing(users, machinery.store().revision(), Optional.empty(), 0);
    }

    private static ObjectNode user(String name, List<String> groups) {
        ObjectNode user = Json.object();
        user.put("kind", TYPE.kind()).put("apiVersion", TYPE.apiVersion());
        ObjectNode metadata = user.putObject("metadata").put("name", name);
        if (PEOPLE.contains(name)) {
            metadata.put("uid", Users.uid(name));
            user.putArray("identities").add(name + ":" + name);
        } else {
            user.putArray("identities");
        }
        var list = user.putArray("groups");
        groups.forEach(list::add);
        return user;
    }
}
