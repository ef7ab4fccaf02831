package dev.s2ioc.command.set;

import java.security.SecureRandom;

/** Makes up names as Kubernetes does: five characters that spell no words. */
final class GeneratedName {
    private static final String CHARACTERS = "bcdfghjklmnpqrstvwxz2456789";

    private GeneratedName() {}

    /** {@code volume-x7kq2}. */
    static String after(String prefix) {
        StringBuilder name = new StringBuilder(prefix);
        new SecureRandom().ints(5, 0, CHARACTERS.length()).forEach(index -> name.append(CHARACTERS.charAt(index)));
        return name.toString();
    }
}
