package dev.s2ioc.command.complete;

import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What may be a command's next argument. */
final class Arguments {
    /** Commands that take a type and names, or TYPE/NAME. */
    private static final Set<String> OF_ANY_TYPE = Set.of(
            "get", "describe", "delete", "edit", "patch", "wait", "apply edit-last-applied", "apply view-last-applied");

    /** The same, with values after the first name. */
    private static final Set<String> OF_ONE = Set.of("label", "annotate");

    /** Commands that take names of one type. */
    private static final Map<String, ResourceType> OF_TYPE = Map.ofEntries(
            Map.entry("start-build", KnownTypes.BUILD_CONFIG),
            Map.entry("cancel-build", KnownTypes.BUILD),
            Map.entry("why", KnownTypes.BUILD),
            Map.entry("explain-failure", KnownTypes.BUILD),
            Map.entry("new-build", KnownTypes.IMAGE_STREAM),
            Map.entry("new-app", KnownTypes.IMAGE_STREAM),
            Map.entry("tag", KnownTypes.IMAGE_STREAM_TAG),
            Map.entry("import-image", KnownTypes.IMAGE_STREAM),
            Map.entry("adm build-chain", KnownTypes.IMAGE_STREAM_TAG),
            Map.entry("rollback", KnownTypes.DEPLOYMENT_CONFIG),
            Map.entry("process", KnownTypes.TEMPLATE),
            Map.entry("exec", KnownTypes.POD),
            Map.entry("rsh", KnownTypes.POD),
            Map.entry("attach", KnownTypes.POD));

    private static final List<ResourceType> WORKLOADS = List.of(
            KnownTypes.DEPLOYMENT,
            KnownTypes.DEPLOYMENT_CONFIG,
            KnownTypes.STATEFUL_SET,
            KnownTypes.DAEMON_SET,
            KnownTypes.REPLICA_SET,
            KnownTypes.REPLICATION_CONTROLLER);

    private final Known known;

    Arguments(Known known) {
        this.known = known;
    }

    Candidates of(TypedLine line) {
        String command = line.name();
        List<String> given = line.arguments();
        if (OF_ANY_TYPE.contains(command)) {
            return typesOrNames(line);
        }
        if (OF_ONE.contains(command)) {
            boolean named =
                    given.size() > 1 || !given.isEmpty() && given.getFirst().contains("/");
            return named ? Candidates.NONE : typesOrNames(line);
        }
        ResourceType type = OF_TYPE.get(command);
        if (type != null) {
            boolean one = !Set.of("cancel-build", "new-build", "new-app", "tag").contains(command);
            return one && !given.isEmpty() ? Candidates.NONE : without(given, known.names(type));
        }
        return ofOthers(line, command, given);
    }

    private Candidates ofOthers(TypedLine line, String command, List<String> given) {
        return switch (command) {
            case "explain", "set" -> given.isEmpty() ? known.types() : Candidates.NONE;
            case "project", "adm new-project" -> given.isEmpty() ? known.projects() : Candidates.NONE;
            case "logs" -> given.isEmpty() ? logs(line.partial()) : Candidates.NONE;
            case "secrets link", "secrets unlink" ->
                known.names(given.isEmpty() ? KnownTypes.SERVICE_ACCOUNT : KnownTypes.SECRET);
            case "extract" -> slashed(line.partial(), List.of(KnownTypes.SECRET, KnownTypes.CONFIG_MAP));
            case "expose" -> slashed(line.partial(), exposable());
            case "debug", "port-forward" -> given.isEmpty() ? pods(line.partial()) : Candidates.NONE;
            case "config use-context", "config delete-context", "config rename-context", "config get-contexts" ->
                given.isEmpty() ? known.contexts() : Candidates.NONE;
            case "config delete-cluster" -> known.clusters();
            case "config delete-user" -> known.users();
            case "completion" -> Candidates.of(List.of("bash", "zsh", "fish", "powershell"));
            default -> fallback(line, command);
        };
    }

    private Candidates fallback(TypedLine line, String command) {
        if (command.startsWith("set ")) {
            List<ResourceType> types = new ArrayList<>(WORKLOADS);
            types.addFirst(KnownTypes.BUILD_CONFIG);
            return slashed(line.partial(), types);
        }
        if (command.startsWith("rollout ") || command.equals("scale") || command.equals("autoscale")) {
            return slashed(line.partial(), WORKLOADS);
        }
        return Candidates.FILES;
    }

    private Candidates typesOrNames(TypedLine line) {
        List<String> given = line.arguments();
        if (line.partial().contains("/")) {
            return named(line.partial());
        }
        if (given.isEmpty()) {
            return known.types();
        }
        if (given.getFirst().contains("/") || given.getFirst().contains(",")) {
            return Candidates.NONE;
        }
        return known.type(given.getFirst())
                .map(type -> without(given.subList(1, given.size()), known.names(type)))
                .orElse(Candidates.NONE);
    }

    /** TYPE/NAME, with the type as it has been typed. */
    private Candidates named(String partial) {
        String word = partial.substring(0, partial.indexOf('/'));
        return known.type(word)
                .map(type -> known.names(type).map(name -> word + "/" + name))
                .orElse(Candidates.NONE);
    }

    /** The types first, then, behind a slash, the names. */
    private Candidates slashed(String partial, List<ResourceType> types) {
        if (partial.contains("/")) {
            return named(partial);
        }
        return Candidates.of(types.stream().map(type -> type.singular() + "/").toList())
                .goingOn();
    }

    private Candidates logs(String partial) {
        if (partial.contains("/")) {
            return named(partial);
        }
        return and(
                known.names(KnownTypes.POD),
                List.of("bc/", "build/", "deployment/", "dc/", "job/", "statefulset/", "daemonset/", "replicaset/"));
    }

    private Candidates pods(String partial) {
        return partial.contains("/")
                ? named(partial)
                : and(known.names(KnownTypes.POD), List.of("deployment/", "dc/", "service/"));
    }

    private static List<ResourceType> exposable() {
        List<ResourceType> types = new ArrayList<>(WORKLOADS);
        types.addAll(0, List.of(KnownTypes.SERVICE, KnownTypes.POD));
        return types;
    }

    private static Candidates and(Candidates names, List<String> types) {
        List<Candidates.Candidate> all = new ArrayList<>(names.all());
        types.forEach(type -> all.add(new Candidates.Candidate(type, "")));
        return Candidates.described(all).goingOn();
    }

    private static Candidates without(List<String> given, Candidates names) {
        return Candidates.described(names.all().stream()
                .filter(each -> !given.contains(each.value()))
                .toList());
    }
}
