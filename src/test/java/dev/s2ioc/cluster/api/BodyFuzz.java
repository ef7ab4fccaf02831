package dev.s2ioc.cluster.api;

import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.util.Arrays;

/** Any bytes as a request's body, in each of the encodings: an object, or a refusal. The first byte chooses. */
public final class BodyFuzz {
    private static final byte[] MAGIC = {'k', '8', 's', 0};

    private BodyFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        byte[] body = Arrays.copyOfRange(input, 1, input.length);
        try {
            switch (input[0]) {
                case 'j' -> Json.bytes(Json.parse(body));
                case 'y' -> Json.bytes(Yaml.parse(body));
                default -> {
                    byte[] message = Arrays.copyOf(MAGIC, MAGIC.length + body.length);
                    System.arraycopy(body, 0, message, MAGIC.length, body.length);
                    Json.bytes(Protobuf.parse(message));
                }
            }
        } catch (IOException | StatusException e) {
            if (e.getMessage() == null) {
                throw new AssertionError("a refusal without a word", e);
            }
        }
    }
}
