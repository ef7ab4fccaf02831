package dev.s2ioc.cluster.registry;

import dev.s2ioc.cluster.kind.User;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** Tags in memory, for a registry without a cluster. The namespace "nowhere" does not exist. */
public final class MemoryStreams implements Streams {
    final List<Push> pushes = new CopyOnWriteArrayList<>();
    private final Map<String, Map<String, String>> tags = new ConcurrentHashMap<>();
    private final Guard guard;

    /** Everybody may do everything. */
    public MemoryStreams() {
        this(new Guard() {
            @Override
            public Optional<User> user(String token) {
                return Optional.of(User.SYSTEM);
            }

            @Override
            public boolean allows(User user, Permission permission, String repository) {
                return true;
            }
        });
    }

    MemoryStreams(Guard guard) {
        this.guard = guard;
    }

    @Override
    public void admit(String repository) {
        if (repository.startsWith("nowhere/")) {
            throw new RegistryException(404, "NAME_UNKNOWN", "the project \"nowhere\" does not exist");
        }
    }

    @Override
    public void pushed(Push push) {
        pushes.add(push);
        push.tag().ifPresent(tag -> tags(push.repository(), true).put(tag, push.digest()));
    }

    @Override
    public Optional<String> digest(String repository, String tag) {
        return Optional.ofNullable(tags(repository, false).get(tag));
    }

    @Override
    public boolean holds(String repository, String digest) {
        return tags(repository, false).containsValue(digest);
    }

    @Override
    public Optional<List<String>> tags(String repository) {
        return Optional.ofNullable(tags.get(repository)).map(found -> List.copyOf(found.keySet()));
    }

    @Override
    public List<String> repositories() {
        return List.copyOf(tags.keySet());
    }

    @Override
    public boolean untag(String repository, String tag) {
        return tags(repository, false).remove(tag) != null;
    }

    @Override
    public void forget(String repository, String digest) {
        tags(repository, false).values().removeIf(digest::equals);
    }

    /** Tags an image of another repository, as {@code oc tag} does. */
    void tag(String repository, String tag, String digest) {
        tags(repository, true).put(tag, digest);
    }

    private Map<String, String> tags(String repository, boolean create) {
        return create
                ? tags.computeIfAbsent(repository, name -> new TreeMap<>())
                : tags.getOrDefault(repository, new TreeMap<>());
    }

    @Override
    public Set<String> referenced() {
        Set<String> digests = new HashSet<>();
        tags.values().forEach(each -> digests.addAll(each.values()));
        return digests;
    }

    @Override
    public Set<String> pushedImages() {
        return pushes.stream().map(Push::digest).collect(Collectors.toSet());
    }

    @Override
    public void discard(String digest) {
        pushes.removeIf(push -> push.digest().equals(digest));
    }

    @Override
    public Guard guard() {
        return guard;
    }
}
