package dev.s2ioc.command;

import dev.s2ioc.client.ResourceType;
import dev.s2ioc.client.TypesCache;
import dev.s2ioc.print.PrintOptions;
import dev.s2ioc.print.Printers;
import dev.s2ioc.print.TabWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the resource types of the server, with the names by which other commands take them. */
@Command(
        name = "api-resources",
        description = "List the resource types that the server has.",
        footer = {
            "",
            "Examples:",
            "  # All types, with their short names",
            "  s2ioc api-resources",
            "",
            "  # The types of one API group, those that `get all` shows, those without a namespace",
            "  s2ioc api-resources --api-group=build.openshift.io",
            "  s2ioc api-resources --categories=all -o name",
            "  s2ioc api-resources --namespaced=false"
        })
public final class ApiResourcesCommand implements Action {
    private static final Comparator<ResourceType> BY_GROUP =
            Comparator.comparing(ResourceType::group).thenComparing(ResourceType::plural);
    private static final Map<String, Comparator<ResourceType>> ORDERS = Map.of(
            "", BY_GROUP,
            "name", Comparator.comparing(ResourceType::plural),
            "kind", Comparator.comparing(ResourceType::kind));

    @Option(
            names = "--api-group",
            paramLabel = "GROUP",
            description = "Only types of this group; empty for the core group.")
    String group;

    @Option(
            names = "--namespaced",
            paramLabel = "BOOL",
            arity = "0..1",
            fallbackValue = "true",
            description = "Only types that live in namespaces, or with false only those that do not.")
    Boolean namespaced;

    @Option(
            names = "--categories",
            paramLabel = "NAME",
            split = ",",
            description = "Only types in all these categories.")
    List<String> categories = List.of();

    @Option(names = "--verbs", paramLabel = "VERB", split = ",", description = "Only types that know all these verbs.")
    List<String> verbs = List.of();

    @Option(names = "--sort-by", paramLabel = "name|kind", description = "Sort by name or kind instead of by group.")
    String sortBy = "";

    @Option(names = "--no-headers", description = "Rows only.")
    boolean noHeaders;

    @Option(
            names = "--cached",
            description =
                    "Take the list that an earlier run with this flag has kept, if it is not older than six hours.")
    boolean cached;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "wide|name|json|yaml",
            description =
                    "wide adds verbs and categories; name prints full names only; json and yaml print all there is.")
    String output = "";

    private final CommandContext context;

    public ApiResourcesCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException {
        if (!ORDERS.containsKey(sortBy)) {
            throw new CommandFailure("--sort-by accepts only name or kind");
        }
        if (!Set.of("", "wide", "name", "json", "yaml").contains(output)) {
            throw new CommandFailure("unable to match a printer suitable for the output format \"" + output
                    + "\", allowed formats are: json,name,wide,yaml");
        }
        List<ResourceType> types = types();
        PrintStream out = context.streams().out();
        if (output.matches("json|yaml")) {
            Printers.forFormat(PrintOptions.of(output)).print(ApiResourceList.of(types), out);
            return;
        }
        if (output.equals("name")) {
            types.forEach(type -> out.println(type.qualified()));
            return;
        }
        TabWriter table = TabWriter.forTables();
        if (!noHeaders) {
            table.line(cells("NAME", "SHORTNAMES", "APIVERSION", "NAMESPACED", "KIND", "VERBS", "CATEGORIES"));
        }
        types.forEach(type -> table.line(cells(
                type.plural(),
                String.join(",", type.shortNames()),
                type.apiVersion(),
                String.valueOf(type.namespaced()),
                type.kind(),
                String.join(",", type.verbs()),
                String.join(",", type.categories()))));
        out.print(table);
    }

    private String[] cells(String... all) {
        return output.equals("wide") ? all : List.of(all).subList(0, 5).toArray(String[]::new);
    }

    /** Each type once, in the version that the server prefers. */
    private List<ResourceType> types() {
        List<ResourceType> types = new ArrayList<>();
        Set<String> listed = new HashSet<>();
        for (ResourceType type : all()) {
            if (listed.add(type.qualified()) && isWanted(type)) {
                types.add(type);
            }
        }
        types.sort(BY_GROUP);
        types.sort(ORDERS.get(sortBy));
        return types;
    }

    /** From the cache if that is wanted; a list that is there is renewed in any case. */
    private List<ResourceType> all() {
        TypesCache cache = TypesCache.of(
                context.surroundings().cacheDirectory().resolve("discovery"),
                context.session().server());
        Optional<List<ResourceType>> kept =
                cached ? cache.read(context.surroundings().clock().instant()) : Optional.empty();
        if (kept.isPresent()) {
            return kept.get();
        }
        List<ResourceType> asked = context.session().discovery().all();
        if (cached || cache.exists()) {
            try {
                cache.write(asked);
            } catch (IOException e) {
                context.streams().err().println("warning: the list could not be kept: " + e.getMessage());
            }
        }
        return asked;
    }

    private boolean isWanted(ResourceType type) {
        return (group == null || type.group().equals(group))
                && (namespaced == null || type.namespaced() == namespaced)
                && type.categories().containsAll(categories)
                && type.verbs().containsAll(verbs);
    }
}
