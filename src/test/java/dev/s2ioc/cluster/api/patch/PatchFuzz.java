package dev.s2ioc.cluster.api.patch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** Any bytes as a patch of a build config, in each of the forms: an object, or a refusal. The first byte chooses. */
public final class PatchFuzz {
    private static final String CONFIG = """
            {"kind":"BuildConfig","apiVersion":"build.openshift.io/v1",
             "metadata":{"name":"a","labels":{"app":"x"},"finalizers":["f"],
              "ownerReferences":[{"uid":"1","name":"o"}]},
             "spec":{"triggers":[{"type":"ConfigChange"}],
              "strategy":{"sourceStrategy":{"env":[{"name":"A","value":"1"},{"name":"B","value":"2"}]}},
              "source":{"secrets":[{"secret":{"name":"s"}}]}}}
            """;

    private PatchFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        String type = Patch.TYPES.get((input[0] & 0xff) % Patch.TYPES.size());
        try {
            Patch patch =
                    Patch.of(type, Arrays.copyOfRange(input, 1, input.length)).orElseThrow();
            Json.bytes(patch.applyTo((ObjectNode) Json.parse(CONFIG)));
        } catch (StatusException e) {
            if (e.code() >= 500) {
                throw new AssertionError("not the client's fault?", e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
