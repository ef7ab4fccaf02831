package dev.s2ioc.cluster.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What {@code container.pl} is to do: names and values in a file, because environments hold secrets and may be long. */
final class Sheet {
    private final StringBuilder text = new StringBuilder();

    Sheet add(String name, String value) throws EngineException {
        if (value.indexOf('\0') >= 0) {
            throw new EngineException(name + " must not contain a NUL character");
        }
        text.append(name).append('\0').append(value).append('\0');
        return this;
    }

    Sheet add(String name, Iterable<?> values) throws EngineException {
        for (Object value : values) {
            add(name, value.toString());
        }
        return this;
    }

    void write(Path file) throws EngineException {
        try {
            Files.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new EngineException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
