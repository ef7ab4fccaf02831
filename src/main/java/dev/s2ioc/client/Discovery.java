package dev.s2ioc.client;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which resource types the server has: the known ones at once, all others by asking. */
public final class Discovery {
    private final Session session;
    /** What users called the types that were not asked for, by the types' full names. */
    private final Map<String, String> assumed = new HashMap<>();

    private ServedTypes served;

    Discovery(Session session) {
        this.session = session;
    }

    /** The type that a user's word names: {@code is}, {@code builds}, {@code BuildConfig}, {@code routes.route.openshift.io}. */
    public Optional<ResourceType> find(String word) {
        Optional<ResourceType> known = KnownTypes.named(word);
        known.ifPresent(type -> assumed.put(type.qualified(), word));
        return known.or(() -> served().named(word));
    }

    /**
     * The type that a user's word names.
     *
     * @throws SelectionException if the server does not have it
     */
    public ResourceType type(String word) {
        return find(word).orElseThrow(() -> SelectionException.unknownType(word));
    }

    /**
     * The types that a user's word names: one, or all of a category.
     *
     * @throws SelectionException if the server has neither such a type nor such a category
     */
    public List<ResourceType> types(String word) {
        Optional<ResourceType> known = KnownTypes.named(word);
        if (known.isEmpty()) {
            List<ResourceType> members = served().inCategory(word);
            if (!members.isEmpty()) {
                return members;
            }
        }
        return List.of(type(word));
    }

    /** The type of an object by its {@code apiVersion} and {@code kind}. */
    public Optional<ResourceType> ofKind(String apiVersion, String kind) {
        return KnownTypes.ofKind(apiVersion, kind).or(() -> served().ofKind(apiVersion, kind));
    }

    /** All types that the server says it has, in its order. */
    public List<ResourceType> all() {
        return served().types();
    }

    /**
     * What to ask instead of a type whose address the server does not know: the same resource in another version.
     *
     * @throws SelectionException if the server does not have it at all
     * @throws ApiException the refusal itself, if the server does not tell its types either
     */
    ResourceType insteadOf(ResourceType type, ApiException refusal) {
        ServedTypes told;
        try {
            told = served();
        } catch (ApiException e) {
            throw refusal;
        }
        Optional<ResourceType> other = told.named(type.qualified());
        if (other.filter(same -> same.apiVersion().equals(type.apiVersion())).isPresent()) {
            // The type is there: what the server does not know is a part of its objects.
            throw refusal;
        }
        return other.orElseThrow(
                () -> SelectionException.unknownType(assumed.getOrDefault(type.qualified(), type.plural())));
    }

    private ServedTypes served() {
        if (served == null) {
            served = ServedTypes.ask(session);
        }
        return served;
    }
}
