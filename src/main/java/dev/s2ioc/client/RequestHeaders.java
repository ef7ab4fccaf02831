package dev.s2ioc.client;

import dev.s2ioc.kubeconfig.ClientConfig;
import dev.s2ioc.kubeconfig.Credentials;
import dev.s2ioc.wire.Header;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** The headers of a request: what answer is wanted, who asks, and as whom. */
final class RequestHeaders {
    private static final String USER_AGENT =
            "s2ioc (" + System.getProperty("os.name").toLowerCase(Locale.ROOT) + ")";

    private RequestHeaders() {}

    static List<Header> of(ClientConfig config, Request request) {
        List<Header> headers = new ArrayList<>();
        headers.add(new Header("Accept", request.accept()));
        headers.add(new Header("User-Agent", USER_AGENT));
        request.body()
                .flatMap(Request.Body::contentType)
                .ifPresent(type -> headers.add(new Header("Content-Type", type)));
        if (request.isPackable()) {
            // A long list is a tenth then; to decrypt the rest of it takes a JVM that has just started longer than to
            // unpack.
            headers.add(new Header("Accept-Encoding", "gzip"));
        }
        request.headers().forEach((name, value) -> headers.add(new Header(name, value)));
        authorization(config.credentials(), headers);
        ClientConfig.Impersonation as = config.impersonation();
        as.user().ifPresent(user -> headers.add(new Header("Impersonate-User", user)));
        as.groups().forEach(group -> headers.add(new Header("Impersonate-Group", group)));
        as.uid().ifPresent(uid -> headers.add(new Header("Impersonate-Uid", uid)));
        as.extra()
                .forEach((key, values) ->
                        values.forEach(value -> headers.add(new Header("Impersonate-Extra-" + key, value))));
        return headers;
    }

    private static void authorization(Credentials credentials, List<Header> headers) {
        credentials
                .bearerToken()
                .map(token -> "Bearer " + token)
                .or(() -> credentials.basic().map(RequestHeaders::basic))
                .ifPresent(value -> headers.add(new Header("Authorization", value)));
    }

    private static String basic(Credentials.Basic basic) {
        String pair = basic.user() + ":" + basic.password();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }
}
