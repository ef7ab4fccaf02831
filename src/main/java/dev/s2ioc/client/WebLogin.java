package dev.s2ioc.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.s2ioc.kubeconfig.ClientConfig;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Gets a token through the user's browser, which the OAuth server sends back to a small server on this machine. */
public final class WebLogin implements AutoCloseable {
    private static final String CLIENT = "openshift-cli-client";

    private final OAuthServer server;
    private final HttpServer callback;
    private final Pkce pkce = Pkce.random();
    private final String state = Pkce.random().verifier();
    private final BlockingQueue<Map<String, String>> redirected = new ArrayBlockingQueue<>(1);

    /** @param port where the browser is sent back to; zero is any that is free */
    public WebLogin(ClientConfig api, Talk talk, int port) throws IOException {
        server = OAuthServer.of(api, talk);
        if (!server.supportsPkce()) {
            throw new OAuthException(
                    OAuthException.Kind.FAILED,
                    "the server " + api.server() + " does not support logins with a browser; log in with --token");
        }
        try {
            callback = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (BindException e) {
            throw new OAuthException(
                    OAuthException.Kind.FAILED, "the callback port " + port + " is in use; choose another one");
        }
        callback.createContext("/callback", this::receive);
        callback.start();
    }

    /** Where the user must go. */
    public URI address() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", CLIENT);
        query.put("code_challenge", pkce.challenge());
        query.put("code_challenge_method", "S256");
        query.put("redirect_uri", redirect());
        query.put("response_type", "code");
        query.put("state", state);
        return server.authorize(query);
    }

    private String redirect() {
        return "http://127.0.0.1:" + callback.getAddress().getPort() + "/callback";
    }

    /** Waits until the browser comes back, and gets the token. */
    public String token(Duration patience) throws InterruptedException {
        Map<String, String> values = redirected.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (values == null) {
            throw server.failed("the browser has not come back within " + patience.toMinutes() + " minutes");
        }
        return server.exchange(CLIENT, values, pkce, redirect());
    }

    /** Only who knows the state has been sent by our request; anybody on this machine could call otherwise. */
    private void receive(HttpExchange exchange) throws IOException {
        String query = exchange.getRequestURI().getRawQuery();
        Map<String, String> values = OAuthServer.decoded(query == null ? "" : query);
        boolean ours = state.equals(values.get("state"));
        String text = !ours
                ? "This is not the login that s2ioc waits for."
                : values.containsKey("error")
                        ? "The login failed. The terminal tells more; you can close this page."
                        : "The login is done. You can close this page and go back to the terminal.";
        byte[] bytes = (text + "\n").getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            exchange.sendResponseHeaders(ours ? 200 : 400, bytes.length);
            exchange.getResponseBody().write(bytes);
        } finally {
            // Afterwards, because the server is closed as soon as the values are there.
            if (ours) {
                redirected.offer(values);
            }
        }
    }

    @Override
    public void close() {
        callback.stop(0);
    }
}
