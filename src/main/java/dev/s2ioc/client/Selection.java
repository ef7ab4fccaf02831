package dev.s2ioc.client;

import java.util.Optional;

/**
 * What a part of the user's words names: all objects of a type, or one of them.
 *
 * @param name empty for all objects of the type
 */
public record Selection(ResourceType type, Optional<String> name) {

    public static Selection of(ResourceType type, String name) {
        return new Selection(type, Optional.of(name));
    }

    public static Selection all(ResourceType type) {
        return new Selection(type, Optional.empty());
    }
}
