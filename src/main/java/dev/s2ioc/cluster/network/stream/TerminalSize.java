package dev.s2ioc.cluster.network.stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.util.Optional;

/** How large a caller's terminal is, as it tells. */
record TerminalSize(int columns, int rows) {

    /** Empty for what tells no size. */
    static Optional<TerminalSize> of(byte[] json) {
        try {
            JsonNode size = Json.parse(json);
            int columns = size.path("Width").asInt();
            int rows = size.path("Height").asInt();
            return columns > 0 && rows > 0 ? Optional.of(new TerminalSize(columns, rows)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
