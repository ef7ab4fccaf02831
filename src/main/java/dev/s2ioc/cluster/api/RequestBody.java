package dev.s2ioc.cluster.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.api.patch.Patch;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Subresource;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What came with a request: an object in one of the encodings that clients use, a patch, or raw bytes. */
final class RequestBody implements Subresource.Body {
    private static final int LIMIT = 3 * 1024 * 1024;
    private static final String PROTOBUF = "application/vnd.kubernetes.protobuf";

    private final Exchange exchange;
    private final List<String> duplicates = new ArrayList<>();

    RequestBody(Exchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public InputStream stream() {
        return exchange.body();
    }

    @Override
    public String contentType() {
        String header = exchange.header("Content-Type").orElse("application/json");
        return header.split(";")[0].strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<String> header(String name) {
        return exchange.header(name);
    }

    @Override
    public List<String> headers(String name) {
        return exchange.listed(name);
    }

    @Override
    public ObjectNode object() throws IOException {
        byte[] bytes = bytes();
        if (bytes.length == 0) {
            throw StatusException.badRequest("the request has no body");
        }
        return object(bytes);
    }

    /** The body of a DELETE, which may be left out. */
    ObjectNode objectOrEmpty() throws IOException {
        byte[] bytes = bytes();
        return bytes.length == 0 ? Json.object() : object(bytes);
    }

    private ObjectNode object(byte[] bytes) {
        try {
            JsonNode node = switch (contentType()) {
                case "application/json" -> json(bytes);
                case "application/yaml" -> Yaml.parse(bytes);
                case PROTOBUF -> Protobuf.parse(bytes);
                default -> throw unsupported(List.of("application/json", "application/yaml", PROTOBUF));
            };
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw StatusException.badRequest("the object provided is unrecognized: it is not an object");
        } catch (IOException e) {
            throw StatusException.badRequest("the object provided is unrecognized: " + firstLine(e));
        }
    }

    private JsonNode json(byte[] bytes) throws IOException {
        ParsedJson parsed = ParsedJson.of(bytes);
        duplicates.addAll(parsed.duplicates());
        return parsed.tree();
    }

    /** Which fields the object had more than once, when it was JSON; known after it has been read. */
    List<String> duplicates() {
        return duplicates;
    }

    boolean isApplied() {
        return exchange.method().equals("PATCH") && contentType().equals(Patch.APPLY);
    }

    /** The configuration that an apply patch is. */
    ObjectNode configuration() throws IOException {
        try {
            if (Yaml.parse(bytes()) instanceof ObjectNode object) {
                return object;
            }
            throw StatusException.badRequest("error decoding YAML: it is not an object");
        } catch (IOException e) {
            throw StatusException.badRequest("error decoding YAML: " + firstLine(e));
        }
    }

    static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public UnaryOperator<ObjectNode> change() throws IOException {
        if (exchange.method().equals("PUT")) {
            ObjectNode object = object();
            return old -> object.deepCopy();
        }
        byte[] bytes = bytes();
        Patch patch = Patch.of(contentType(), bytes).orElseThrow(() -> unsupported(Patch.ALL_TYPES));
        return patch::applyTo;
    }

    private byte[] bytes() throws IOException {
        byte[] bytes = stream().readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            throw StatusException.of(413, "RequestEntityTooLarge", "Request entity too large: limit is " + LIMIT);
        }
        return bytes;
    }

    static StatusException unsupported(List<String> types) {
        return StatusException.of(
                415,
                "UnsupportedMediaType",
                "the body of the request was in an unknown format - accepted media types include: "
                        + String.join(", ", types));
    }
}
