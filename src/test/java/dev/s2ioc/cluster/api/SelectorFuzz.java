package dev.s2ioc.cluster.api;

import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.store.Json;
import java.nio.charset.StandardCharsets;

/** Any text as a label selector and as a continue token. */
public final class SelectorFuzz {
    private SelectorFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        try {
            LabelSelector.parse(text).matches(Json.object().put("app", "web").put("tier", "1"));
        } catch (StatusException e) {
            requireWords(e);
        }
        try {
            ContinueToken token = ContinueToken.parse("builds", text);
            if (!ContinueToken.parse("builds", token.text()).equals(token)) {
                throw new AssertionError("a token that does not come back: " + token);
            }
        } catch (StatusException e) {
            requireWords(e);
        }
    }

    private static void requireWords(StatusException e) {
        if (e.code() != 400) {
            throw new AssertionError("not the client's fault?", e);
        }
    }
}
