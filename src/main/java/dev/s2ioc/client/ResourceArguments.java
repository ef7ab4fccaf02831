package dev.s2ioc.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words of a command that name resources: {@code TYPE}, {@code TYPE NAME…}, {@code TYPE1,TYPE2}, {@code TYPE/NAME…}. A
 * type may be a plural, singular, short name, kind or category, with a group or a version and a group behind dots.
 */
public final class ResourceArguments {

    /** One type word, and one name or none. */
    private record Part(String type, Optional<String> name) {}

    private final List<Part> parts;
    private final boolean severalTypes;

    private ResourceArguments(List<Part> parts, boolean severalTypes) {
        this.parts = parts;
        this.severalTypes = severalTypes;
    }

    /**
     * Reads the words; no server is asked.
     *
     * @throws SelectionException if they mix {@code TYPE/NAME} with plain words, or have an empty part
     */
    public static ResourceArguments parse(List<String> words) {
        long slashed = words.stream().filter(word -> word.contains("/")).count();
        if (slashed == 0) {
            return words.isEmpty() ? new ResourceArguments(List.of(), false) : typesThenNames(words);
        }
        if (slashed < words.size()) {
            throw new SelectionException(
                    "there is no need to specify a resource type as a separate argument when passing"
                            + " arguments in resource/name form (e.g. 's2ioc get resource/<resource_name>' instead of"
                            + " 's2ioc get resource resource/<resource_name>')");
        }
        List<Part> parts = words.stream().map(ResourceArguments::typeAndName).toList();
        return new ResourceArguments(
                parts, parts.stream().map(Part::type).distinct().count() > 1);
    }

    private static ResourceArguments typesThenNames(List<String> words) {
        List<String> types = List.of(words.getFirst().split(",", -1));
        if (types.contains("")) {
            throw new SelectionException("arguments must consist of a resource or a resource and name, but \""
                    + words.getFirst() + "\" has an empty part");
        }
        List<Part> parts = new ArrayList<>();
        for (String type : types) {
            if (words.size() == 1) {
                parts.add(new Part(type, Optional.empty()));
            }
            words.subList(1, words.size()).forEach(name -> parts.add(new Part(type, named(name))));
        }
        return new ResourceArguments(List.copyOf(parts), types.size() > 1 || types.contains("all"));
    }

    private static Part typeAndName(String word) {
        String[] halves = word.split("/", -1);
        if (halves.length != 2) {
            throw new SelectionException("arguments in resource/name form may not have more than one slash");
        }
        if (halves[0].isEmpty() || halves[1].isEmpty() || halves[0].contains(",")) {
            throw new SelectionException("arguments in resource/name form must have a single resource and name");
        }
        return new Part(halves[0], Optional.of(halves[1]));
    }

    private static Optional<String> named(String name) {
        if (name.isEmpty()) {
            throw new SelectionException("resource name may not be empty");
        }
        return Optional.of(name);
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Whether objects are named, not only types. */
    public boolean hasNames() {
        return parts.stream().anyMatch(part -> part.name().isPresent());
    }

    /** Whether more than one type is asked for, so that a listing must say of each object what it is. */
    public boolean hasSeveralTypes() {
        return severalTypes;
    }

    /**
     * What the words select on a server, in the order of the words; a category stands for all its types.
     *
     * @throws SelectionException if the server does not have one of the types
     */
    public List<Selection> resolve(Discovery discovery) {
        List<Selection> selections = new ArrayList<>();
        for (Part part : parts) {
            for (ResourceType type : discovery.types(part.type())) {
                selections.add(new Selection(type, part.name(), Optional.empty()));
            }
        }
        return List.copyOf(selections);
    }
}
