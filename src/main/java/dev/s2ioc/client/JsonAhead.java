package dev.s2ioc.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Makes the JSON reader ready in another thread while the first request of a process is on its way. It is not known what
 * the answer is by then, but that it is JSON; and the JDK's decimal numbers, which the reader needs, take a new JVM longer than
 * the way to a server and back.
 */
final class JsonAhead {
    private static final byte[] SMALLEST = "{}".getBytes(StandardCharsets.US_ASCII);

    /** Once in a process: when this class is first used. */
    private static final Thread READER =
            Thread.ofPlatform().daemon().name("json-ahead").unstarted(JsonAhead::read);

    static {
        READER.start();
    }

    private JsonAhead() {}

    static void start() {
        // The class does it.
    }

    private static void read() {
        try (JsonParser parser = new JsonFactory().createParser(SMALLEST)) {
            parser.nextToken();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
