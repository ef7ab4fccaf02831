package dev.s2ioc.command;

import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Identity;
import dev.s2ioc.client.OAuthException;
import dev.s2ioc.client.OAuthLogin;
import dev.s2ioc.client.Session;
import dev.s2ioc.client.WebLogin;
import dev.s2ioc.console.Browser;
import dev.s2ioc.console.Prompt;
import dev.s2ioc.kubeconfig.Credentials;
import dev.s2ioc.kubeconfig.Kubeconfig;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where a login's token comes from: the flag, a session that is still good, or the OAuth server for a password. */
final class LoginSource {
    /** How long somebody may look for a password before a forgotten terminal gives up. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final CommandContext context;
    private final LoginServer server;
    private final Optional<String> username;
    private final Optional<String> password;
    private final PrintStream out;

    LoginSource(CommandContext context, LoginServer server, Optional<String> username, Optional<String> password) {
        this.context = context;
        this.server = server;
        this.username = username;
        this.password = password;
        this.out = context.streams().out();
    }

    /** The user, with a token that the server has accepted. */
    LoginUser user() {
        String given = context.flags().token;
        if (given != null) {
            String name =
                    nameOf(given).orElseThrow(() -> new CommandFailure("The token provided is invalid or expired."));
            return toldAs(new LoginUser(name, given), "the token provided");
        }
        Optional<LoginUser> existing = existing();
        if (existing.isPresent()) {
            return toldAs(existing.get(), "existing credentials");
        }
        return successful(tokenForPassword());
    }

    /** The user that has logged in with a browser. */
    LoginUser userFromBrowser(WebFlags flags) throws IOException, InterruptedException {
        int port = flags.callbackPort == null ? 0 : flags.callbackPort;
        try (WebLogin login = new WebLogin(server.config(), context.talk(), port)) {
            if (flags.autoOpen && new Browser(context.surroundings()).open(login.address())) {
                out.println("Opening login URL in the default browser: " + login.address());
            } else {
                out.println("Please visit the following URL in your browser: " + login.address());
                out.println("The callback server is listening and will receive the authentication response.");
            }
            out.flush();
            return successful(login.token(PATIENCE));
        }
    }

    private LoginUser successful(String token) {
        String name = nameOf(token)
                .orElseThrow(() -> new CommandFailure("the server does not accept the token that it has just given"));
        out.print("Login successful.\n\n");
        return new LoginUser(name, token);
    }

    private LoginUser toldAs(LoginUser who, String means) {
        out.printf("Logged into \"%s\" as \"%s\" using %s.%n%n", server.config().server(), who.name(), means);
        return who;
    }

    /** A session of the kubeconfig with this server that is still good: the current one, or one of the named user. */
    private Optional<LoginUser> existing() {
        if (password.isPresent()) {
            return Optional.empty();
        }
        Kubeconfig kubeconfig = context.kubeconfig();
        List<String> clusters = kubeconfig.clustersAt(server.config().server());
        return kubeconfig.contextNames().stream()
                .filter(other ->
                        username.isPresent() || kubeconfig.currentContext().equals(Optional.of(other)))
                .flatMap(other -> kubeconfig.context(other).stream())
                .filter(candidate -> clusters.contains(candidate.cluster()))
                .flatMap(candidate -> kubeconfig.token(candidate.user()).stream())
                .distinct()
                .flatMap(token -> nameOf(token).map(name -> new LoginUser(name, token)).stream())
                .filter(who -> username.isEmpty() || username.equals(Optional.of(who.name())))
                .findFirst();
    }

    /** Whose token this is; empty if the server does not accept it. */
    private Optional<String> nameOf(String token) {
        try (Session session = context.openSession(server.config().withCredentials(Credentials.ofToken(token)))) {
            return Optional.of(new Identity(session).name());
        } catch (ApiException e) {
            if (e.isUnauthorized()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private String tokenForPassword() {
        try {
            return new OAuthLogin(server.config(), context.talk()).token(this::credentials);
        } catch (OAuthException e) {
            switch (e.kind()) {
                case REFUSED -> out.print("""
                        Login failed (%s)
                        Verify you have provided the correct credentials.
                        """.formatted(e.getMessage()));
                case UNANSWERED -> out.print("""
                        %s

                        Alternatively, use "s2ioc login --web" to login via your browser. See "s2ioc login --help" for more information.
                        """.formatted(e.getMessage()));
                case FAILED -> throw e;
            }
            throw CommandFailure.silent(1);
        }
    }

    /** User name and password from the flags, or from the user; empty if nobody can be asked. */
    private Optional<Credentials.Basic> credentials(URI where, String realm) {
        Prompt prompt = new Prompt(context.streams());
        boolean complete = username.isPresent() && password.isPresent();
        if (!complete && !prompt.isPossible()) {
            return Optional.empty();
        }
        try {
            if (!complete) {
                context.streams().err().println("Authentication required for " + where + " (" + realm + ")");
            }
            String name = username.isPresent()
                    ? username.get()
                    : prompt.line("Username: ").orElse("");
            String secret = password.isPresent()
                    ? password.get()
                    : prompt.secret("Password: ").orElse("");
            return Optional.of(new Credentials.Basic(name, secret));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
