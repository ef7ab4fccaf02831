package dev.s2ioc.command;

import dev.s2ioc.client.ResourceType;
import picocli.CommandLine.Command;

/** Lists the API versions of the server. */
@Command(
        name = "api-versions",
        description = "Print the API versions that the server has, as group/version.",
        footer = {"", "Examples:", "  # Does the server have the build API?", "  s2ioc api-versions | grep build"})
public final class ApiVersionsCommand implements Action {
    private final CommandContext context;

    public ApiVersionsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        context.session().discovery().all().stream()
                .map(ResourceType::apiVersion)
                .distinct()
                .sorted()
                .forEach(context.streams().out()::println);
    }
}
