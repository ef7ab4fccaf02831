package dev.s2ioc.cluster.image;

import dev.s2ioc.cluster.kind.StatusException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Any text as each kind of an image's name. */
public final class ImageNamesFuzz {
    private static final List<Consumer<String>> READERS = List.of(
            RemoteName::parse, ImageName::parse, TagName::parse, TagName::lenient, new ImageStreamKind()::nameFault);

    private ImageNamesFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        for (Consumer<String> reader : READERS) {
            try {
                reader.accept(text);
            } catch (StatusException e) {
                if (e.code() != 400) {
                    throw new AssertionError("not the client's fault?", e);
                }
            }
        }
    }
}
