package dev.s2ioc.cluster.network.stream;

import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Subresource;
import java.util.List;
import java.util.Optional;

/** Which protocol a caller and this server both speak, within the one that the connection is upgraded to. */
final class Protocols {
    private static final String SPDY_HEADER = "X-Stream-Protocol-Version";

    private Protocols() {}

    static boolean isWebSocket(Subresource.Request request) {
        return asks(request, "websocket");
    }

    static boolean isSpdy(Subresource.Request request) {
        return asks(request, "SPDY/3.1");
    }

    private static boolean asks(Subresource.Request request, String protocol) {
        return request.body()
                .header("Upgrade")
                .filter(protocol::equalsIgnoreCase)
                .isPresent();
    }

    /** @param spoken the best first */
    static String ofWebSocket(Subresource.Request request, List<String> spoken) {
        return chosen(request.body().headers("Sec-WebSocket-Protocol"), spoken);
    }

    /** @param spoken the best first */
    static String ofSpdy(Subresource.Request request, List<String> spoken) {
        return chosen(request.body().headers(SPDY_HEADER), spoken);
    }

    private static String chosen(List<String> offered, List<String> spoken) {
        Optional<String> chosen = spoken.stream().filter(offered::contains).findFirst();
        return chosen.orElseThrow(
                () -> StatusException.forbidden("unable to upgrade: unable to negotiate protocol: client"
                        + " supports "
                        + offered.stream()
                                .filter(name -> !name.contains(".bearer."))
                                .toList()
                        + ", server accepts " + spoken));
    }
}
