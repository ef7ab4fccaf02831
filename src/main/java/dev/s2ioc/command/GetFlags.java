package dev.s2ioc.command;

import dev.s2ioc.print.FieldOrder;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The flags of {@code get} alone: what to ask for, and for how long. */
public final class GetFlags {

    @Option(
            names = "--chunk-size",
            paramLabel = "COUNT",
            defaultValue = "500",
            description = "How many objects to ask for at once; 0 asks for all. Default: ${DEFAULT-VALUE}")
    int chunkSize;

    @Option(
            names = "--ignore-not-found",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "BOOL",
            description = "A named object that is missing is no failure.")
    boolean ignoreNotFound;

    @Option(
            names = "--server-print",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "true",
            paramLabel = "BOOL",
            description = "Show the columns that the server chooses; without, name and age. Default: ${DEFAULT-VALUE}")
    boolean serverPrint;

    @Option(
            names = "--sort-by",
            paramLabel = "JSONPATH",
            description = "Sort by a field, as in .metadata.creationTimestamp.")
    String sortBy = "";

    @Option(
            names = "--subresource",
            paramLabel = "NAME",
            description = "Get a subresource of the named object, as in status or scale.")
    String subresource = "";

    @Option(
            names = {"-w", "--watch"},
            description = "After listing, show each change as it happens.")
    boolean watch;

    @Option(names = "--watch-only", description = "Show changes as they happen, without listing first.")
    boolean watchOnly;

    @Option(
            names = "--output-watch-events",
            description = "With -w or --watch-only, say what has happened to each object.")
    boolean watchEvents;

    @Option(names = "--raw", paramLabel = "PATH", description = "Print the server's answer to this path as it is.")
    String raw;

    /** Refuses what cannot be honoured together. */
    void check() {
        if (watchEvents && !watches()) {
            throw new CommandFailure("--output-watch-events option can only be used with --watch or --watch-only");
        }
        if (watches() && !subresource.isEmpty()) {
            throw new CommandFailure(
                    "--subresource cannot be combined with --watch: only whole objects can be watched");
        }
    }

    /** How many objects to ask for at once: all of them if they are to be sorted here. */
    int pageSize() {
        return sortBy.isEmpty() ? chunkSize : 0;
    }

    Optional<FieldOrder> order() {
        return sortBy.isEmpty() ? Optional.empty() : Optional.of(FieldOrder.by(sortBy));
    }

    Optional<String> subresource() {
        return Optional.of(subresource).filter(name -> !name.isEmpty());
    }

    boolean watches() {
        return watch || watchOnly;
    }
}
