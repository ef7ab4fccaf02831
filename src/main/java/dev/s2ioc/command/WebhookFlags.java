package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.Builds;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.Session;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The flags of start-build about webhooks: listing them works; calling one is refused, not ignored. */
final class WebhookFlags {

    @Option(
            names = "--list-webhooks",
            paramLabel = "KIND",
            description = "List the addresses of the BuildConfig's webhooks: all, generic or github. The secret is not"
                    + " shown.")
    String list;

    @Option(
            names = "--from-webhook",
            paramLabel = "URL",
            description = "Not supported: POST to the webhook's address instead, as with curl -X POST URL.")
    String fromWebhook;

    @Option(
            names = "--git-post-receive",
            paramLabel = "FILE",
            description = "Not supported: it belongs to --from-webhook.")
    String gitPostReceive;

    @Option(
            names = "--git-repository",
            paramLabel = "DIR",
            description = "Not supported: it belongs to --from-webhook.")
    String gitRepository;

    void validate() {
        if (Stream.of(fromWebhook, gitPostReceive, gitRepository).anyMatch(value -> value != null)) {
            throw new CommandFailure("--from-webhook, --git-post-receive and --git-repository are not supported.\n"
                    + "Call the webhook's address instead: curl -X POST URL; 's2ioc start-build NAME --list-webhooks=all'"
                    + " lists them");
        }
        if (list != null && !List.of("all", "generic", "github").contains(list)) {
            throw new CommandFailure("--list-webhooks must be 'all', 'generic', or 'github'");
        }
    }

    void print(Session session, JsonNode config, PrintStream out) {
        for (JsonNode trigger : config.at("/spec/triggers")) {
            String type = trigger.path("type").asText();
            String path = type.toLowerCase(Locale.ROOT);
            boolean wanted = list.equals("all")
                    ? List.of("github", "generic", "gitlab", "bitbucket").contains(path)
                    : path.equals(list);
            if (wanted) {
                String url = session.server()
                        + KnownTypes.BUILD_CONFIG.path(session.namespace(), Builds.name(config))
                        + "/webhooks/<secret>/" + path;
                out.println(list.equals("all") ? type + " " + url : url);
            }
        }
    }
}
