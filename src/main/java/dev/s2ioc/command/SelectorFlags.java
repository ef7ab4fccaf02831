package dev.s2ioc.command;

import dev.s2ioc.client.ListOptions;
import dev.s2ioc.client.Resources;
import dev.s2ioc.client.Session;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The flags of commands that choose objects by what they are, not by name. */
public final class SelectorFlags {

    @Option(
            names = {"-l", "--selector"},
            paramLabel = "SELECTOR",
            description = "Only objects with these labels, as in a=b,c!=d,e in (f,g),h.")
    String labels = "";

    @Option(
            names = "--field-selector",
            paramLabel = "SELECTOR",
            description =
                    "Only objects with these fields, as in metadata.name=x; the server knows which fields it can select by.")
    String fields = "";

    @Option(
            names = {"-A", "--all-namespaces"},
            description = "Over all namespaces; the current one does not count then.")
    boolean allNamespaces;

    /** Those of a command that chooses by labels alone. */
    public static SelectorFlags ofLabels(String labels) {
        SelectorFlags flags = new SelectorFlags();
        flags.labels = labels;
        return flags;
    }

    /** Whether objects are chosen by labels or fields. */
    boolean areSet() {
        return !labels.isEmpty() || !fields.isEmpty();
    }

    ListOptions options(int pageSize) {
        return new ListOptions(given(labels), given(fields), pageSize);
    }

    Resources resources(Session session) {
        return allNamespaces ? session.resources().inAllNamespaces() : session.resources();
    }

    private static Optional<String> given(String selector) {
        return Optional.of(selector).filter(text -> !text.isEmpty());
    }
}
