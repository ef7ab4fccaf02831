package dev.s2ioc.newapp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            busybox,                        -,               busybox,          -,    busybox, true
            busybox:1.36,                   -,               busybox,          1.36, busybox, true
            demo/app,                       -,               demo/app,         -,    app,     true
            a/b/c,                          -,               a/b/c,            -,    c,       false
            quay.io/a/b:v1,                 quay.io,         a/b,              v1,   b,       false
            localhost/x,                    localhost,       x,                -,    x,       false
            127.0.0.1:5000/demo/app:latest, 127.0.0.1:5000,  demo/app,         latest, app,   false
            registry:5000/x,                registry:5000,   x,                -,    x,       false
            """)
    void a_name_is_taken_apart(
            String text, String registry, String path, String tag, String name, boolean mayBeStream) {
        ImageReference reference = ImageReference.parse(text).orElseThrow();
        assertEquals(
                new ImageReference(
                        text, Optional.ofNullable(registry), path, Optional.ofNullable(tag), Optional.empty()),
                reference);
        assertEquals(name, reference.name());
        assertEquals(mayBeStream, reference.mayBeStream());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "UPPER", "a//b", "a b", ":tag", "a:", "a@sha256:12", "-a", "a/"})
    void what_no_image_can_be_called_is_refused(String text) {
        assertEquals(Optional.empty(), ImageReference.parse(text));
    }
}
