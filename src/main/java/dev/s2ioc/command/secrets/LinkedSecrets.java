package dev.s2ioc.command.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.Session;
import dev.s2ioc.command.CommandFailure;
import java.util.List;

/** A service account's lists of secrets. Nothing is sent unless they have changed. */
final class LinkedSecrets {
    static final String MOUNT = "secrets";
    static final String PULL = "imagePullSecrets";

    private final Session session;
    private final ObjectNode account;
    private final JsonNode before;

    private LinkedSecrets(Session session, JsonNode account) {
        this.session = session;
        this.account = account.deepCopy();
        this.before = account;
    }

    /** Of the account that is the first of the words; the others are secrets. */
    static LinkedSecrets of(List<String> words, Session session) {
        if (words.size() < 2) {
            throw new CommandFailure("must have a service account name and at least one secret name");
        }
        String name = name(words.getFirst(), "serviceaccounts?|sa");
        return new LinkedSecrets(session, session.resources().get(KnownTypes.SERVICE_ACCOUNT, name));
    }

    /** The secrets of the words. */
    static List<String> secrets(List<String> words) {
        return words.subList(1, words.size()).stream()
                .map(word -> name(word, "secrets?"))
                .distinct()
                .toList();
    }

    private static String name(String word, String types) {
        int slash = word.indexOf('/');
        String name = word.substring(slash + 1);
        if (slash >= 0 && !word.substring(0, slash).matches(types) || name.isEmpty() || name.contains("/")) {
            throw new CommandFailure(
                    "\"" + word + "\" does not name a " + (types.startsWith("secret") ? "secret" : "service account"));
        }
        return name;
    }

    void add(String list, String secret) {
        ArrayNode linked = account.withArray("/" + list);
        for (JsonNode one : linked) {
            if (one.path("name").asText().equals(secret)) {
                return;
            }
        }
        linked.addObject().put("name", secret);
    }

    /** @return whether it was in one of the lists */
    boolean remove(String secret) {
        boolean found = false;
        for (String list : List.of(MOUNT, PULL)) {
            if (account.path(list) instanceof ArrayNode linked) {
                for (int i = linked.size() - 1; i >= 0; i--) {
                    if (linked.path(i).path("name").asText().equals(secret)) {
                        linked.remove(i);
                        found = true;
                    }
                }
            }
        }
        return found;
    }

    void store() {
        if (!account.equals(before)) {
            session.resources()
                    .update(
                            KnownTypes.SERVICE_ACCOUNT,
                            account.path("metadata").path("name").asText(),
                            account);
        }
    }
}
