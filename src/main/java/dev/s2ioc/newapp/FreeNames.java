package dev.s2ioc.newapp;

import java.util.HashSet;
import java.util.Set;

/** Gives names that differ from all that it has given before. */
final class FreeNames {
    private final Set<String> given = new HashSet<>();

    /** The name, or the name with the next free number. */
    String next(String wanted) {
        String name = wanted;
        for (int i = 1; !given.add(name); i++) {
            name = wanted + "-" + i;
        }
        return name;
    }
}
