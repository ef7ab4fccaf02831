package dev.s2ioc.cluster.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.User;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.StoreException;
import io.helidon.webserver.ServerConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Every request comes through here: who asks, for what; and each failure leaves as a Status. */
final class Front implements Handler {
    private final Authentication authentication;
    private final OAuth oauth;
    private final Discovery discovery;
    private final Health health;
    private final OpenApi openApi;
    private final ResourceHandler resources;
    private final Consumer<Throwable> failures;

    Front(
            Authentication authentication,
            OAuth oauth,
            Discovery discovery,
            Health health,
            OpenApi openApi,
            ResourceHandler resources,
            Consumer<Throwable> failures) {
        this.authentication = authentication;
        this.oauth = oauth;
        this.discovery = discovery;
        this.health = health;
        this.openApi = openApi;
        this.resources = resources;
        this.failures = failures;
    }

    @Override
    public void handle(ServerRequest request, ServerResponse response) {
        serve(new Exchange(request, response));
    }

    void serve(Exchange exchange) {
        try {
            route(exchange);
        } catch (StatusException e) {
            answer(exchange, e);
        } catch (StoreException e) {
            answer(exchange, StatusException.of(e));
        } catch (IOException | UncheckedIOException e) {
            // The client is gone; there is nobody to tell.
            failures.accept(e);
        } catch (ServerConnectionException e) {
            // The client has left while it was written to, as all do that watch: no failure.
        } catch (InterruptedException e) {
            answer(exchange, StatusException.of(503, "ServiceUnavailable", "the server is shutting down"));
        } catch (RuntimeException e) {
            failures.accept(e);
            answer(exchange, StatusException.internal(String.valueOf(e.getMessage())));
        }
    }

    private static void answer(Exchange exchange, StatusException failure) {
        if (!exchange.isAnswered()) {
            exchange.json(failure.code(), failure.status());
        }
    }

    private void route(Exchange exchange) throws IOException, InterruptedException {
        List<String> path = exchange.path();
        String first = path.isEmpty() ? "" : path.getFirst();
        if (first.equals("version") && path.size() == 1) {
            requireGet(exchange);
            exchange.json(200, Version.json());
        } else if (Health.isAsked(path)) {
            requireGet(exchange);
            health.serve(exchange, path);
        } else if (first.equals("oauth") || first.equals(".well-known")) {
            oauth.serve(exchange, path);
        } else {
            routeKnown(exchange, path, authentication.user(exchange));
        }
    }

    private void routeKnown(Exchange exchange, List<String> path, User user) throws IOException, InterruptedException {
        String first = path.isEmpty() ? "" : path.getFirst();
        boolean core = first.equals("api");
        if (first.equals("openapi") && path.size() > 1) {
            requireUser(exchange, user);
            requireGet(exchange);
            openApi.serve(exchange, path.subList(1, path.size()));
            return;
        }
        if (!path.isEmpty() && !core && !first.equals("apis")) {
            throw StatusException.noSuchPath();
        }
        int start = core ? 2 : 3;
        if (path.size() > start) {
            String group = core ? "" : path.get(1);
            resources.serve(exchange, user, group, path.get(start - 1), path.subList(start, path.size()));
            return;
        }
        requireUser(exchange, user);
        requireGet(exchange);
        if (path.isEmpty()) {
            exchange.json(200, paths());
        } else if (path.size() == 1) {
            discovery.serveRoot(exchange, core);
        } else if (path.size() == 2 && !core) {
            exchange.json(200, discovery.group(path.get(1)));
        } else {
            exchange.json(200, discovery.resources(core ? "" : path.get(1), path.getLast()));
        }
    }

    private static void requireUser(Exchange exchange, User user) {
        if (user.equals(User.ANONYMOUS)) {
            throw StatusException.forbidden("forbidden: User \"" + user.name() + "\" cannot "
                    + exchange.method().toLowerCase(java.util.Locale.ROOT) + " path \"/"
                    + String.join("/", exchange.path()) + "\"");
        }
    }

    private static void requireGet(Exchange exchange) {
        if (!Set.of("GET", "HEAD").contains(exchange.method())) {
            throw StatusException.methodNotAllowed();
        }
    }

    private ObjectNode paths() {
        Set<String> all = new TreeSet<>(List.of("/.well-known/oauth-authorization-server", "/version"));
        all.addAll(discovery.paths());
        all.addAll(health.paths());
        all.addAll(openApi.paths());
        ObjectNode paths = Json.object();
        all.forEach(paths.putArray("paths")::add);
        return paths;
    }
}
