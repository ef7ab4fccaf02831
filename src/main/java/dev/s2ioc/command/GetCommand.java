package dev.s2ioc.command;

import dev.s2ioc.client.Answer;
import dev.s2ioc.client.Request;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows objects: the server's own columns, or the objects in any other format. */
@Command(
        name = "get",
        description = "Show one or many resources.",
        footer = {
            "",
            "Examples:",
            "  # List the image streams of the current project",
            "  s2ioc get is",
            "",
            "  # List several types at once, or everything that a project is made of",
            "  s2ioc get bc,is,builds",
            "  s2ioc get all",
            "",
            "  # Watch builds as they go on",
            "  s2ioc get builds -w",
            "",
            "  # One object as YAML, one field of it",
            "  s2ioc get build/app-1 -o yaml",
            "  s2ioc get build app-1 -o jsonpath='{.status.phase}'"
        })
public final class GetCommand implements Action {

    @Parameters(
            paramLabel = "TYPE[/NAME] | TYPE NAME",
            arity = "0..*",
            description = "What to show; TYPE may be several, as in bc,is.")
    List<String> words = List.of();

    @Mixin
    PrintFlags print = new PrintFlags();

    @Mixin
    TableFlags table = new TableFlags();

    @Mixin
    SelectorFlags selectors = new SelectorFlags();

    @Mixin
    FilenameFlags files = new FilenameFlags();

    @Mixin
    GetFlags get = new GetFlags();

    private final CommandContext context;

    public GetCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        if (get.raw != null) {
            raw();
            return;
        }
        get.check();
        boolean columns = print.output.equals("wide") || !print.isSet();
        Listing listing = columns ? new TableListing(this, context) : new ObjectListing(this, context);
        Targets targets = targets();
        if (get.subresource().isPresent() && !targets.areNamed()) {
            throw new CommandFailure("--subresource needs the name of an object");
        }
        if (get.watches()) {
            new WatchListing(this, context).run(targets, listing);
        } else {
            listing.list(targets);
        }
    }

    private Targets targets() throws IOException, InterruptedException {
        if (files.areSet()) {
            files.requireNoWords(words);
            return Targets.of(files, selectors, context);
        }
        if (words.isEmpty()) {
            context.streams()
                    .err()
                    .println("You must specify the type of resource to get. Use \"s2ioc api-resources\" for a complete"
                            + " list of supported resources.\n");
            throw new CommandFailure("Required resource not specified.\n"
                    + "Use \"s2ioc explain <resource>\" for a detailed description of that resource"
                    + " (e.g. s2ioc explain pods).\nSee 's2ioc get -h' for help and examples");
        }
        return Targets.of(words, selectors, context.session());
    }

    private void raw() throws IOException {
        if (!words.isEmpty() || files.areSet()) {
            throw new CommandFailure("arguments may not be passed when --raw is specified");
        }
        if (!get.raw.startsWith("/")) {
            throw new CommandFailure("--raw takes a path on the server that begins with a slash, as in /apis");
        }
        try (Answer answer = context.session().stream(Request.get(get.raw).accepting("application/json, */*"))) {
            answer.body().transferTo(context.streams().out());
        }
    }
}
