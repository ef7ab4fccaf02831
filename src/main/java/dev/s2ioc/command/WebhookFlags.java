package dev.s2ioc.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.Webhooks;
import dev.s2ioc.console.Surroundings;
import dev.s2ioc.source.GitRevision;
import dev.s2ioc.source.PushedRefs;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The flags of start-build about webhooks: their addresses, and calling one, perhaps from a git hook. */
final class WebhookFlags {

    @Option(
            names = "--list-webhooks",
            paramLabel = "KIND",
            description = "List the addresses of the BuildConfig's webhooks: all, generic, github, gitlab or bitbucket."
                    + " Their secret is shown with --show-secrets only.")
    String list;

    @Option(names = "--show-secrets", description = "With --list-webhooks: whole addresses, ready to be called.")
    boolean showSecrets;

    @Option(
            names = "--from-webhook",
            paramLabel = "URL",
            description = "Start a build by calling this generic webhook.")
    String fromWebhook;

    @Option(
            names = "--git-post-receive",
            paramLabel = "FILE",
            description = "With --from-webhook: what git gave a post-receive hook to read, or - for standard input; the"
                    + " webhook is told which commits were pushed.")
    String gitPostReceive;

    @Option(
            names = "--git-repository",
            paramLabel = "DIR",
            description = "With --git-post-receive: the repository that was pushed to. Default: the current directory.")
    String gitRepository;

    void validate() {
        if (list != null
                && !List.of("all", "generic", "github", "gitlab", "bitbucket").contains(list)) {
            throw new CommandFailure(
                    "--list-webhooks must be 'all', 'generic', 'github', 'gitlab', or 'bitbucket', not '" + list + "'");
        }
        if (showSecrets && list == null) {
            throw new CommandFailure("--show-secrets is only for --list-webhooks");
        }
        if (fromWebhook == null && gitPostReceive != null) {
            throw new CommandFailure("--git-post-receive is only for --from-webhook");
        }
        if (gitPostReceive == null && gitRepository != null) {
            throw new CommandFailure("--git-repository is only for --git-post-receive");
        }
    }

    void print(Webhooks webhooks, PrintStream out) {
        for (Webhooks.Webhook hook : webhooks.all()) {
            if (list.equals("all")) {
                out.println(hook.type() + " " + hook.address());
            } else if (hook.type().toLowerCase(Locale.ROOT).equals(list)) {
                out.println(hook.address());
            }
        }
    }

    /** What the webhook is told: the commits that were pushed. Empty without any. */
    Optional<ObjectNode> event(Surroundings surroundings, InputStream in) throws IOException {
        if (gitPostReceive == null) {
            return Optional.empty();
        }
        String lines = gitPostReceive.equals("-")
                ? new String(in.readAllBytes(), StandardCharsets.UTF_8)
                : Files.readString(surroundings.resolve(gitPostReceive));
        Path repository = surroundings.resolve(gitRepository == null ? "" : gitRepository);
        List<PushedRefs.Ref> refs = PushedRefs.read(lines, repository);
        if (refs.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode event = Json.object().put("type", "git");
        ArrayNode list = event.putObject("git").put("uri", "").putArray("refs");
        refs.forEach(ref -> list.add(ref(ref)));
        return Optional.of(event);
    }

    private static ObjectNode ref(PushedRefs.Ref pushed) {
        ObjectNode ref = Json.object().put("uri", "").put("ref", pushed.name()).put("commit", pushed.commit());
        if (pushed.revision().isPresent()) {
            GitRevision revision = pushed.revision().get();
            ref.putObject("author").put("name", revision.authorName()).put("email", revision.authorEmail());
            ref.putObject("committer").put("name", revision.committerName()).put("email", revision.committerEmail());
            ref.put("message", revision.message());
        }
        return ref;
    }
}
