package dev.s2ioc.cluster.kind;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A subresource that is a part of the object and served in the same way, in every form and with every kind of patch.
 *
 * @param part reads the object, and writes the part
 */
public record PartSubresource(String name, Resource part) implements Subresource {
    /** The status of a stored resource's objects. */
    public static PartSubresource status(StoredResource whole) {
        return new PartSubresource(
                "status", new ObjectPart(whole, "status", EnumSet.of(Verb.get, Verb.patch, Verb.update)));
    }

    /** The same part of objects in another version. */
    public PartSubresource in(String version, Conversion conversion) {
        return new PartSubresource(name, new ConvertedResource(part, version, conversion));
    }

    @Override
    public String kind() {
        return part.type().kind();
    }

    @Override
    public Optional<String> apiVersion() {
        return Optional.of(part.type().apiVersion());
    }

    @Override
    public Set<Verb> verbs() {
        return part.verbs();
    }

    @Override
    public void serve(Request request) {
        throw new IllegalStateException(name + " is served as a resource");
    }
}
