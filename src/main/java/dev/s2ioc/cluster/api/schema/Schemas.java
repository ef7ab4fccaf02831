package dev.s2ioc.cluster.api.schema;

import dev.s2ioc.cluster.api.schema.Shape.Field;
import dev.s2ioc.cluster.kind.Type;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The shapes of a group's kinds, as resource files describe them: a line for each type and each field. */
public final class Schemas {
    private static final String SHAPE = "shape ";
    private static final Schemas COMMON = new Schemas("common");
    private static final Map<String, Schemas> GROUPS = new ConcurrentHashMap<>();

    private final Map<String, Shape> shapes = new LinkedHashMap<>();

    private Schemas(String file) {
        try (InputStream stream = Schemas.class.getResourceAsStream("/schema/" + file + ".txt")) {
            if (stream != null) {
                read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(String text) {
        Shape shape = null;
        for (String line : text.lines().filter(each -> !each.isBlank()).toList()) {
            if (line.startsWith(SHAPE)) {
                String[] words = line.substring(SHAPE.length()).split(": ", 2);
                shape = new Shape(words[0], words[1], new LinkedHashMap<>());
                shapes.put(words[0], shape);
            } else {
                String[] words = line.split(" ", 3);
                shape.fields().put(words[0], new Field(words[1], words[2]));
            }
        }
    }

    /** Those of the type's group; a version that is not the group's own may have a file of its own. */
    static Schemas in(Type type) {
        return GROUPS.computeIfAbsent(type.apiVersion(), version -> {
            Schemas own = new Schemas(type.group() + "." + type.version());
            return own.shapes.isEmpty() ? new Schemas(type.group().isEmpty() ? "core" : type.group()) : own;
        });
    }

    /** The shape of a kind's objects. */
    static Shape of(Type type) {
        Shape shape = in(type).shapes.get(type.kind());
        if (shape == null) {
            throw new IllegalStateException("no schema describes the kind " + type.qualifiedKind());
        }
        return asObject(shape);
    }

    private static Shape asObject(Shape shape) {
        Map<String, Field> fields = new LinkedHashMap<>();
        fields.put("apiVersion", new Field("string", "The group and version of the kind."));
        fields.put("kind", new Field("string", "What the object is."));
        fields.put("metadata", new Field("ObjectMeta", "What every object says about itself."));
        fields.putAll(shape.fields());
        return new Shape(shape.name(), shape.description(), fields);
    }

    /** The shape that a field's type names; empty for plain values. */
    Optional<Shape> shape(String name) {
        return Optional.ofNullable(shapes.getOrDefault(name, COMMON.shapes.get(name)));
    }

    static boolean isCommon(String name) {
        return COMMON.shapes.containsKey(name);
    }
}
