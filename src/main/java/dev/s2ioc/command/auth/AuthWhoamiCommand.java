package dev.s2ioc.command.auth;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.Request;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.PrintFlags;
import dev.s2ioc.print.TabWriter;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Who the server takes the user for: name, groups and whatever else it knows. */
@Command(
        name = "whoami",
        description = "Show who the server takes you for, with groups.",
        footer = {
            "",
            "Examples:",
            "  # Show your name and groups",
            "  s2ioc auth whoami",
            "",
            "  # The same as JSON",
            "  s2ioc auth whoami -o json"
        })
public final class AuthWhoamiCommand implements Action {
    private static final String REVIEWS = "/apis/authentication.k8s.io/v1/selfsubjectreviews";

    @Mixin
    PrintFlags print = new PrintFlags();

    private final CommandContext context;

    AuthWhoamiCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException {
        JsonNode request =
                Json.object().put("apiVersion", "authentication.k8s.io/v1").put("kind", "SelfSubjectReview");
        JsonNode review = context.session().json(Request.post(REVIEWS, request));
        if (print.isSet()) {
            print.printer(context.surroundings())
                    .print(review, context.streams().out());
            return;
        }
        JsonNode user = review.path("status").path("userInfo");
        TabWriter table = TabWriter.forTables();
        table.line("ATTRIBUTE", "VALUE");
        line(table, "Username", user.path("username"));
        line(table, "UID", user.path("uid"));
        line(table, "Groups", user.path("groups"));
        user.path("extra").properties().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(extra -> line(table, "Extra: " + extra.getKey(), extra.getValue()));
        context.streams().out().print(table);
    }

    private static void line(TabWriter table, String attribute, JsonNode value) {
        String text = value.isArray()
                ? value.valueStream().map(JsonNode::asText).collect(Collectors.joining(" ", "[", "]"))
                : value.asText("");
        if (!text.isEmpty()) {
            table.line(attribute, text);
        }
    }
}
