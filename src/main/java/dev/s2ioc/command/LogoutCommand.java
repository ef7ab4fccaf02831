package dev.s2ioc.command;

import dev.s2ioc.client.Identity;
import dev.s2ioc.kubeconfig.ClientConfig;
import dev.s2ioc.kubeconfig.Context;
import dev.s2ioc.kubeconfig.Kubeconfig;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Ends the session: the token dies on the server and leaves the kubeconfig. */
@Command(
        name = "logout",
        description = "End the current server session.",
        footer = {"", "Examples:", "  # Log out: the token is of no use afterwards", "  s2ioc logout"})
public final class LogoutCommand implements Action {
    private final CommandContext context;

    public LogoutCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        ClientConfig config = context.clientConfig();
        String token = config.credentials()
                .bearerToken()
                .orElseThrow(() -> new CommandFailure("you must have a token in order to logout"));
        Identity identity = new Identity(context.session());
        String name = identity.name();
        identity.forget(token);
        Kubeconfig kubeconfig = context.kubeconfig();
        Optional<String> user = context.flags()
                .user()
                .or(() -> config.context().flatMap(kubeconfig::context).map(Context::user));
        user.filter(entry -> kubeconfig.token(entry).equals(Optional.of(token)))
                .ifPresent(entry -> kubeconfig.edit().userWithoutToken(entry).save());
        context.streams().out().printf("Logged \"%s\" out on \"%s\"%n", name, config.server());
    }
}
