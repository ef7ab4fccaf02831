package dev.s2ioc.cluster.registry;

import java.util.regex.Pattern;

/** The rule of the distribution specification for names of repositories. */
final class RepositoryName {
    private static final String COMPONENT = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
    private static final Pattern NAME = Pattern.compile(COMPONENT + "(?:/" + COMPONENT + ")*");

    private RepositoryName() {}

    static String check(String name) {
        if (name.length() > 255 || !NAME.matcher(name).matches()) {
            throw new RegistryException(400, "NAME_INVALID", "invalid repository name \"" + name + "\"");
        }
        return name;
    }
}
