package dev.s2ioc.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An answer whose body is read as it comes. Close it when done: an unread body keeps the connection. */
public record Answer(int code, Map<String, List<String>> headers, InputStream body) implements AutoCloseable {

    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    /** All values of a header, in order. */
    public List<String> headers(String name) {
        List<String> values = new ArrayList<>();
        headers.forEach((key, several) -> {
            if (key.equalsIgnoreCase(name)) {
                values.addAll(several);
            }
        });
        return values;
    }

    /** The same answer, which ends the session that it came from when it is closed. */
    Answer closing(Session session) {
        return new Answer(code, headers, new FilterInputStream(body) {
            @Override
            public void close() throws IOException {
                try (session) {
                    super.close();
                }
            }
        });
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
