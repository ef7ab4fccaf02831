package dev.s2ioc.command.set;

import dev.s2ioc.client.KnownTypes;
import java.util.List;

/** Words for commands that are mostly about one type: names alone are of that type, and no word at all is the type. */
final class NamesAlone {
    private NamesAlone() {}

    /** {@code hello} becomes {@code is/hello}; what says its type already stays. */
    static List<String> typed(List<String> words, String type) {
        if (words.isEmpty()) {
            return List.of(type);
        }
        boolean names = words.stream().noneMatch(word -> word.contains("/"))
                && KnownTypes.named(words.getFirst()).isEmpty();
        return names ? words.stream().map(name -> type + "/" + name).toList() : words;
    }
}
