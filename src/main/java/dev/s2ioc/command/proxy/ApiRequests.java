package dev.s2ioc.command.proxy;

import dev.s2ioc.client.Answer;
import dev.s2ioc.client.ConnectionException;
import dev.s2ioc.client.Request;
import dev.s2ioc.client.Session;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Passes requests on to the API server as the session's user, and its answers back as they come. */
final class ApiRequests {
    /** What is between two neighbours only, and what the session says for itself. */
    private static final Set<String> NOT_PASSED = Set.of(
            "accept",
            "authorization",
            "connection",
            "content-length",
            "content-type",
            "expect",
            "host",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "user-agent");

    private static final Set<String> NOT_PASSED_BACK =
            Set.of("connection", "keep-alive", "proxy-authenticate", "trailer", "transfer-encoding", "upgrade");

    /** What is no larger is read first, so that it can be sent again with renewed credentials. */
    private static final long SMALL = 1 << 20;

    private final Session session;

    ApiRequests(Session session) {
        this.session = session;
    }

    /** @param path as it came, with the prefix that is not the server's taken off */
    void pass(ServerRequest request, ServerResponse response, String path) throws IOException {
        // An offer of HTTP/2 may be passed over in silence; the others expect the other protocol.
        if (request.headers()
                .first(HeaderNames.UPGRADE)
                .filter(protocol -> !protocol.equalsIgnoreCase("h2c"))
                .isPresent()) {
            response.status(Status.NOT_IMPLEMENTED_501)
                    .send("this proxy carries no WebSockets and no SPDY; use s2ioc exec, attach or port-forward\n");
            return;
        }
        String query = request.query().rawValue();
        Answer answer;
        try {
            answer = session.raw(asked(request, path + (query.isEmpty() ? "" : "?" + query)));
        } catch (ConnectionException e) {
            response.status(Status.BAD_GATEWAY_502).send(e.getMessage() + "\n");
            return;
        }
        try (answer) {
            answer(request, response, answer);
        }
    }

    private static Request asked(ServerRequest request, String target) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : request.headers()) {
            if (!NOT_PASSED.contains(header.name().toLowerCase(Locale.ROOT))) {
                headers.put(header.name(), String.join(", ", header.allValues()));
            }
        }
        String accept = request.headers().first(HeaderNames.ACCEPT).orElse("*/*");
        String method = request.prologue().method().text();
        return new Request(method, target, List.of(), accept, headers, body(request), true);
    }

    private static Optional<Request.Body> body(ServerRequest request) throws IOException {
        if (!request.content().hasEntity()) {
            return Optional.empty();
        }
        Optional<String> type = request.headers().first(HeaderNames.CONTENT_TYPE);
        long length = request.headers().contentLength().orElse(Long.MAX_VALUE);
        InputStream in = request.content().inputStream();
        return Optional.of(
                length <= SMALL ? new Request.Body.Bytes(type, in.readAllBytes()) : new Request.Body.Stream(type, in));
    }

    private static void answer(ServerRequest request, ServerResponse response, Answer answer) throws IOException {
        response.status(Status.create(answer.code()));
        answer.headers().forEach((name, values) -> {
            // The JDK tells the status line of HTTP/2 as a header.
            if (!name.startsWith(":") && !NOT_PASSED_BACK.contains(name.toLowerCase(Locale.ROOT))) {
                response.header(name, values.toArray(String[]::new));
            }
        });
        boolean empty = answer.code() == 204 || answer.code() == 304;
        if (empty || request.prologue().method().text().equals("HEAD")) {
            response.send();
            return;
        }
        try (OutputStream out = response.outputStream()) {
            PromptHeaders.pass(response);
            byte[] buffer = new byte[32 * 1024];
            for (int size = answer.body().read(buffer);
                    size >= 0;
                    size = answer.body().read(buffer)) {
                out.write(buffer, 0, size);
                out.flush();
            }
        }
    }
}
