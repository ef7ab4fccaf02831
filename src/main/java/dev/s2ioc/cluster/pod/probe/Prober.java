package dev.s2ioc.cluster.pod.probe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.engine.Container;
import dev.s2ioc.cluster.engine.ContainerProcess;
import dev.s2ioc.cluster.engine.EngineException;
import dev.s2ioc.cluster.engine.Sandbox;
import dev.s2ioc.cluster.store.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Looks once how a container does, or does once what a hook says. */
public record Prober(Sandbox sandbox, Container running, JsonNode container) {

    /** Empty for well; otherwise what is wrong, in the kubelet's words. */
    public Optional<String> look(JsonNode handler) throws InterruptedException {
        long seconds = Math.max(1, handler.path("timeoutSeconds").asLong(1));
        CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
        Thread thread = Thread.ofVirtual().start(() -> {
            try {
                answer.complete(act(handler));
            } catch (IOException | EngineException e) {
                answer.complete(Optional.of(String.valueOf(e.getMessage())));
            } catch (InterruptedException e) {
                answer.complete(Optional.of("context deadline exceeded"));
            }
        });
        try {
            return answer.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            return Optional.of(late(handler));
        } catch (ExecutionException e) {
            return Optional.of(e.getMessage());
        } finally {
            thread.interrupt();
        }
    }

    private String late(JsonNode handler) {
        if (handler.has("httpGet")) {
            return address(handler.path("httpGet"))
                    + ": context deadline exceeded (Client.Timeout exceeded while awaiting headers)";
        }
        return handler.has("tcpSocket")
                ? dial(port(handler.path("tcpSocket").path("port"))) + "i/o timeout"
                : "command timed out";
    }

    private String dial(int port) {
        return "dial tcp " + sandbox.address() + ":" + port + ": ";
    }

    /** Whom a probe by HTTP asks, as Go's errors begin. */
    private String address(JsonNode action) {
        String path = Json.at(action, "path");
        return "Get \"" + Json.at(action, "scheme").toLowerCase(Locale.ROOT) + "://" + sandbox.address() + ":"
                + port(action.path("port")) + (path.startsWith("/") ? path : "/" + path) + "\"";
    }

    private Optional<String> act(JsonNode handler) throws IOException, EngineException, InterruptedException {
        if (handler.has("exec")) {
            return exec(handler.path("exec"));
        }
        if (handler.has("sleep")) {
            Thread.sleep(handler.path("sleep").path("seconds").asLong() * 1000);
            return Optional.empty();
        }
        boolean http = handler.has("httpGet");
        JsonNode action = handler.path(http ? "httpGet" : "tcpSocket");
        int port = port(action.path("port"));
        String asked = http ? address(action) + ": " : "";
        try (SocketChannel channel = sandbox.connect(port)) {
            return http ? get(channel, action, port) : Optional.empty();
        } catch (ConnectException e) {
            return Optional.of(asked + dial(port) + "connect: connection refused");
        } catch (IOException e) {
            return Optional.of(asked + e.getMessage());
        }
    }

    private Optional<String> exec(JsonNode action) throws EngineException, InterruptedException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ContainerProcess process = running.exec(
                action.path("command").valueStream().map(JsonNode::asText).toList(),
                false,
                false,
                (stream, bytes, offset, length) -> {
                    synchronized (said) {
                        said.write(bytes, offset, Math.min(length, 10_240));
                    }
                });
        try {
            int code = process.await();
            return code == 0 ? Optional.empty() : Optional.of(said.toString(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            process.kill();
            throw e;
        }
    }

    private int port(JsonNode port) {
        if (port.isNumber()) {
            return port.asInt();
        }
        return container
                .path("ports")
                .valueStream()
                .filter(each -> Json.at(each, "name").equals(port.asText()))
                .mapToInt(each -> each.path("containerPort").asInt())
                .findFirst()
                .orElse(0);
    }

    private Optional<String> get(SocketChannel channel, JsonNode action, int port) throws IOException {
        StringBuilder request = new StringBuilder("GET " + Json.at(action, "path") + " HTTP/1.1\r\n");
        String host = Json.at(action, "host");
        request.append("Host: ")
                .append(host.isEmpty() ? sandbox.address() : host)
                .append(':')
                .append(port);
        request.append("\r\nUser-Agent: kube-probe/1.33\r\nAccept: */*\r\nConnection: close\r\n");
        action.path("httpHeaders")
                .forEach(header -> request.append(Json.at(header, "name"))
                        .append(": ")
                        .append(Json.at(header, "value"))
                        .append("\r\n"));
        channel.write(ByteBuffer.wrap(request.append("\r\n").toString().getBytes(StandardCharsets.UTF_8)));
        ByteBuffer answer = ByteBuffer.allocate(64);
        while (answer.position() < 12 && channel.read(answer) >= 0) {
            // Until the status is there.
        }
        String line = new String(answer.array(), 0, answer.position(), StandardCharsets.ISO_8859_1);
        int code = line.matches("(?s)HTTP/1\\.[01] [0-9]{3}.*") ? Integer.parseInt(line.substring(9, 12)) : 0;
        return code >= 200 && code < 400
                ? Optional.empty()
                : Optional.of(code == 0 ? address(action) + ": EOF" : "HTTP probe failed with statuscode: " + code);
    }
}
