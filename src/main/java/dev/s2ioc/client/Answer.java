package dev.s2ioc.client;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An answer whose body is read as it comes. Close it when done: an unread body keeps the connection. */
public record Answer(int code, Map<String, List<String>> headers, InputStream body) implements AutoCloseable {

    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .flatMap(entry -> entry.getValue().stream())
                .findFirst();
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
