package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Builds;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.Webhooks;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Starts a build of a BuildConfig, from its own source or from one sent along, and sees it to its end if asked to. */
@Command(
        name = "start-build",
        description = "Start a new build, and send its source along if there is one to send.",
        footer = {
            "",
            "Examples:",
            "  # Send a directory, build it, show the log, and exit by the build's result",
            "  s2ioc start-build hello --from-dir=. --follow",
            "",
            "  # See what would be sent, and what not",
            "  s2ioc start-build hello --from-dir=. --list-files",
            "",
            "  # Send one file, and wait for the result without the log",
            "  s2ioc start-build hello --from-file=target/app.jar --wait",
            "",
            "  # Build again what a build was made of",
            "  s2ioc start-build --from-build=hello-1",
            "",
            "  # In a repository's hooks/post-receive: build what was pushed",
            "  s2ioc start-build --from-webhook=URL --git-post-receive=- --git-repository=."
        })
public final class StartBuildCommand implements Action {

    @Parameters(
            arity = "0..1",
            paramLabel = "BUILDCONFIG",
            description = "The BuildConfig. With --from-dir and the like it may be left out if the project has only one"
                    + " that takes such input.")
    String name;

    @Mixin
    BuildInputFlags input = new BuildInputFlags();

    @Mixin
    BuildRequestFlags request = new BuildRequestFlags();

    @Mixin
    FollowFlags follow = new FollowFlags();

    @Mixin
    WaitFlags wait = new WaitFlags();

    @Mixin
    WebhookFlags webhooks = new WebhookFlags();

    @Mixin
    PrintFlags print = new PrintFlags();

    @Option(names = "--from-build", paramLabel = "BUILD", description = "A build to repeat, with the same source.")
    String fromBuild;

    private final CommandContext context;

    public StartBuildCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        validate();
        if (webhooks.list != null) {
            JsonNode config = new Builds(context.session()).config(configName());
            webhooks.print(
                    new Webhooks(context.session(), config, webhooks.showSecrets),
                    context.streams().out());
            return;
        }
        if (webhooks.fromWebhook != null) {
            callWebhook();
            return;
        }
        if (input.listFiles) {
            new SourceListing(context, input, binaryConfig()).print();
            return;
        }
        Deadline deadline = new Deadline(wait.timeout);
        deadline.within(() -> {
            JsonNode build = start(deadline);
            say(build);
            return follow.toItsEnd() ? following(Builds.name(build)).toItsEnd(deadline) : build;
        });
    }

    private BuildFollowing following(String build) {
        // As with oc, -o name is a line before the log; other formats want stdout for themselves.
        boolean result = print.isSet() && !print.output.equals("name");
        Optional<PrintStream> log = follow.follow
                ? Optional.of(
                        result ? context.streams().err() : context.streams().out())
                : Optional.empty();
        return new BuildFollowing(context, build, log, wait.cancelOnInterrupt);
    }

    private void validate() {
        input.validate();
        request.validate(input.isBinary());
        webhooks.validate();
        if (fromBuild != null && input.isBinary()) {
            throw new CommandFailure("cannot use '--from-build' flag with binary builds");
        }
        if (webhooks.fromWebhook != null) {
            validateCall();
        } else if (name == null && fromBuild == null && !input.isBinary()) {
            throw new CommandFailure("""
                    Must pass a name of a build config or specify build name with '--from-build' flag.
                    Use "s2ioc get buildconfig" to list all available build configs.
                    See 's2ioc start-build -h' for help and examples""");
        }
    }

    private void validateCall() {
        if (name != null || fromBuild != null || input.isBinary() || input.commit != null) {
            throw new CommandFailure("The '--from-webhook' flag is incompatible with arguments and all '--from-*' flags"
                    + "\nSee 's2ioc start-build -h' for help and examples");
        }
        if (follow.toItsEnd()) {
            throw new CommandFailure("a webhook may be of any server, so its build cannot be followed or waited for");
        }
        request.firstGiven().ifPresent(flag -> {
            throw new CommandFailure(flag + " cannot be told to a webhook: name the BuildConfig instead");
        });
        if (!webhooks.fromWebhook.endsWith("/generic")) {
            context.streams()
                    .err()
                    .println("warning: the '--from-webhook' flag should be called with a generic webhook URL.");
        }
    }

    private void callWebhook() throws IOException {
        JsonNode answer = new WebhookCall(context, webhooks.fromWebhook)
                .send(webhooks.event(context.surroundings(), context.streams().in()));
        if (answer.path("kind").asText("").equals("Build")) {
            say(answer);
        } else {
            String words = answer.path("message").asText("");
            context.streams().err().println("No build was started" + (words.isEmpty() ? "." : ": " + words));
        }
    }

    private JsonNode start(Deadline deadline) throws IOException, InterruptedException {
        Builds builds = new Builds(context.session());
        if (fromBuild != null) {
            return builds.cloned(fromBuild, request.request(fromBuild, Optional.empty()));
        }
        return input.isBinary()
                ? new BinaryStart(context, input, binaryConfig(), wait.stallTimeout).start(deadline)
                : instantiate(builds, configName());
    }

    private JsonNode instantiate(Builds builds, String config) {
        try {
            return builds.instantiate(config, request.request(config, Optional.ofNullable(input.commit)));
        } catch (ApiException e) {
            throw reworded(e, config);
        }
    }

    private RuntimeException reworded(ApiException refusal, String config) {
        for (JsonNode cause : refusal.details().path("causes")) {
            if (refusal.code() == 422 && cause.path("field").asText().equals("spec.source")) {
                return new CommandFailure(
                        "build configuration " + context.session().namespace() + "/" + config
                                + " has no valid source inputs, if this is a binary build you must specify one of"
                                + " '--from-dir', '--from-repo', or '--from-file'");
            }
        }
        if (refusal.isAlreadyExists()) {
            return new CommandFailure(refusal.getMessage() + ". Retry building BuildConfig \"" + config
                    + "\" or delete the conflicting builds");
        }
        return refusal;
    }

    private JsonNode binaryConfig() {
        return name == null
                ? new OnlyBinaryConfig(context.session()).find()
                : new Builds(context.session()).config(configName());
    }

    /** The BuildConfig that the argument names: {@code X}, {@code bc/X}, {@code buildconfig/X}. */
    private String configName() {
        int slash = name.indexOf('/');
        if (slash < 0) {
            return name;
        }
        String type = name.substring(0, slash);
        if (KnownTypes.named(type).filter(KnownTypes.BUILD_CONFIG::equals).isPresent()) {
            return name.substring(slash + 1);
        }
        if (KnownTypes.named(type).filter(KnownTypes.BUILD::equals).isPresent()) {
            throw new CommandFailure("use --from-build to rerun your builds");
        }
        throw new CommandFailure("invalid resource provided: " + type + "; start-build takes a build config");
    }

    private void say(JsonNode build) throws IOException {
        if (print.isSet()) {
            print.printer(context.surroundings()).print(build, context.streams().out());
        } else {
            context.streams().out().println(KnownTypes.BUILD.objectName(Builds.name(build)) + " started");
        }
        context.streams().out().flush();
    }
}
