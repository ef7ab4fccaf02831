package dev.s2ioc.command;

import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Request;
import dev.s2ioc.client.Resources;
import dev.s2ioc.client.Selection;
import dev.s2ioc.client.Session;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Deletes objects by name, by what they are, or from files, and waits until they are gone. */
@Command(
        name = "delete",
        description = "Delete objects by name, by selector or from files.",
        footer = {
            "",
            "Examples:",
            "  # Delete a build config and the builds that it owns",
            "  s2ioc delete bc simple1",
            "",
            "  # Delete objects of several types",
            "  s2ioc delete bc/simple1 is/simple1",
            "",
            "  # Delete all that carries a label; first only look",
            "  s2ioc delete all -l build=simple1 --dry-run=server",
            "  s2ioc delete all -l build=simple1"
        })
public final class DeleteCommand implements Action {

    @Parameters(
            paramLabel = "TYPE[/NAME] | TYPE NAME",
            arity = "0..*",
            description = "What to delete; TYPE may be several, as in bc,is.")
    List<String> words = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "name",
            description = "With name, print only kind and name of what was deleted.")
    String output = "";

    @Mixin
    SelectorFlags selectors = new SelectorFlags();

    @Mixin
    FilenameFlags files = new FilenameFlags();

    @Mixin
    DryRunFlags dryRun = new DryRunFlags();

    @Mixin
    DeleteFlags delete = new DeleteFlags();

    private final CommandContext context;

    public DeleteCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        check();
        if (delete.raw != null) {
            byte[] answer = context.session().bytes(Request.delete(delete.raw));
            context.streams().out().write(answer);
            return;
        }
        Failures failures = new Failures();
        List<Selection> objects = objects(failures);
        if (objects.isEmpty() && failures.isEmpty()) {
            err().println("No resources found");
            return;
        }
        if (delete.interactive && !confirmed(objects)) {
            err().println("deletion is cancelled");
            return;
        }
        warn(objects);
        new Deletion(this, context).delete(objects, failures);
        failures.throwAny();
    }

    private void check() {
        dryRun.check(context);
        delete.check(err());
        if (!output.isEmpty() && !output.equals("name")) {
            throw new CommandFailure("unexpected -o output mode: " + output + ". We only support '-o name'");
        }
        if (delete.all && selectors.areSet()) {
            throw new CommandFailure("setting 'all' parameter but found a non empty selector.");
        }
        if (delete.raw != null && !(words.isEmpty() && !files.areSet() && delete.raw.startsWith("/"))) {
            throw new CommandFailure("--raw takes one path that begins with a slash, and nothing else");
        }
    }

    /** The objects to delete: those named, or those found. */
    private List<Selection> objects(Failures failures) throws IOException, InterruptedException {
        if (files.areSet()) {
            files.requireNoWords(words);
            return Targets.chosen(files, selectors, context).selections();
        }
        if (words.isEmpty()) {
            throw new CommandFailure("You must provide one or more resources by argument or filename.\n"
                    + "Example resource specifications include:\n   '-f rsrc.yaml'\n   '--filename=rsrc.json'\n"
                    + "   '<resource> <name>'\n   '<resource>'");
        }
        Session session = context.session();
        Targets targets = Targets.of(words, selectors, session);
        if (targets.areNamed()) {
            if (delete.all) {
                throw new CommandFailure("setting 'all' parameter but found a non empty selector.");
            }
            return targets.selections();
        }
        if (!delete.all && !selectors.areSet()) {
            throw new CommandFailure("resource(s) were provided, but no name was specified");
        }
        List<Selection> found = new ArrayList<>();
        Resources resources = selectors.resources(session);
        for (Selection type : targets.selections()) {
            failures.attempt(() -> resources
                    .list(type.type(), selectors.options(500))
                    .path("items")
                    .forEach(item -> found.add(Selection.of(type.type(), item.path("metadata")))));
        }
        return found;
    }

    private boolean confirmed(List<Selection> objects) throws IOException {
        err().println("You are about to delete the following " + objects.size() + " resource(s):");
        objects.forEach(
                object -> err().println(object.type().objectName(object.name().orElseThrow())));
        err().print("Do you want to continue? (y/N): ");
        err().flush();
        int answer = context.streams().in().read();
        return answer == 'y' || answer == 'Y';
    }

    private void warn(List<Selection> objects) {
        if (delete.force) {
            err().println(
                            "Warning: Immediate deletion does not wait for confirmation that the running resource has been"
                                    + " terminated. The resource may continue to run on the cluster indefinitely.");
        }
        if (context.flags().namespace != null
                && objects.stream().anyMatch(object -> !object.type().namespaced())) {
            err().println("Warning: deleting cluster-scoped resources, not scoped to the provided namespace");
        }
    }

    /** Whether it is no failure that an object is missing. */
    boolean tolerates(ApiException refusal) {
        boolean ignored = delete.ignoreNotFound == null ? delete.all || selectors.areSet() : delete.ignoreNotFound;
        return ignored && refusal.isNotFound();
    }

    private PrintStream err() {
        return context.streams().err();
    }
}
