package dev.s2ioc.command.set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.Failures;
import dev.s2ioc.print.TabWriter;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sets and lists which services a route sends its requests to, and in which proportion. */
@Command(
        name = "route-backends",
        description = "Set or list which services a route sends its requests to, and in which proportion.",
        footer = {
            "",
            "Examples:",
            "  # List them",
            "  s2ioc set route-backends web",
            "",
            "  # Two thirds to one service, one third to another",
            "  s2ioc set route-backends web hello=2 hello-next=1",
            "",
            "  # Ten percent more for one of them",
            "  s2ioc set route-backends web --adjust hello-next=+10%%",
            "",
            "  # No requests to any of them",
            "  s2ioc set route-backends web --zero"
        })
public final class RouteBackendsCommand implements Action {

    @Parameters(
            arity = "0..*",
            paramLabel = "ROUTE | SERVICE=WEIGHT[%%]",
            description = "The routes, and the services with their weights, the primary one first.")
    List<String> words = List.of();

    @Option(names = "--adjust", description = "Change the weight of one service and leave the others.")
    boolean adjust;

    @Option(names = "--zero", description = "Set all weights to 0.")
    boolean zero;

    @Option(names = "--equal", description = "Set all weights to 100.")
    boolean equal;

    @Mixin
    SetFlags flags = new SetFlags();

    private final CommandContext context;

    RouteBackendsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        List<String> named = words.stream().filter(word -> !word.contains("=")).toList();
        List<Backend> wanted = words.stream()
                .filter(word -> word.contains("="))
                .map(Backend::parse)
                .toList();
        check(wanted);
        List<String> routes = flags.files.areSet() ? named : NamesAlone.typed(named, "route");
        if (zero || equal || !wanted.isEmpty()) {
            new Changes(context, flags, "backends updated").make(routes, route -> change(new Backends(route), wanted));
            return;
        }
        flags.all |= routes.equals(List.of("route"));
        list(routes);
    }

    private void check(List<Backend> wanted) {
        if (adjust && (zero || equal)) {
            throw new CommandFailure("--adjust and --" + (zero ? "zero" : "equal") + " may not be specified together");
        }
        if (adjust && wanted.size() != 1) {
            throw new CommandFailure("only one backend may be specified when adjusting");
        }
        if (zero && equal) {
            throw new CommandFailure("--zero and --equal may not be specified together");
        }
        if ((zero || equal) && !wanted.isEmpty()) {
            throw new CommandFailure("arguments may not be provided when --zero or --equal is specified");
        }
        if (!adjust) {
            checkWhole(wanted);
        }
    }

    private static void checkWhole(List<Backend> wanted) {
        if (wanted.stream().map(Backend::percent).distinct().count() > 1) {
            throw new CommandFailure("all backends must either be percentages or weights");
        }
        for (Backend one : wanted) {
            if (one.relative()) {
                throw new CommandFailure("a weight with a sign changes what there is: that needs --adjust");
            }
            if (wanted.stream().filter(other -> other.name().equals(one.name())).count() > 1) {
                throw new CommandFailure("backend name \"" + one.name() + "\" may only be specified once");
            }
        }
    }

    private void change(Backends backends, List<Backend> wanted) {
        if (adjust) {
            backends.adjust(wanted.getFirst());
        } else if (zero || equal) {
            backends.setAll(zero ? 0 : 100);
        } else {
            backends.replace(wanted);
        }
        backends.store();
    }

    private void list(List<String> routes) throws IOException, InterruptedException {
        Failures failures = new Failures();
        TabWriter rows = TabWriter.forKubernetes().line("NAME", "KIND", "TO", "WEIGHT");
        for (Subject route : new Subjects(context, flags).find(routes, failures)) {
            Backends backends = new Backends(route);
            for (ObjectNode backend : backends.all()) {
                rows.line(
                        route.label(),
                        backend.path("kind").asText("Service"),
                        backend.path("name").asText(""),
                        weight(backend, backends));
            }
        }
        context.streams().out().print(rows);
        failures.throwAny();
    }

    private static String weight(ObjectNode backend, Backends all) {
        if (!backend.has("weight")) {
            return "";
        }
        int weight = backend.path("weight").asInt();
        boolean shared = all.all().size() > 1 && all.total() > 0;
        return shared ? weight + " (" + weight * 100 / all.total() + "%)" : String.valueOf(weight);
    }
}
