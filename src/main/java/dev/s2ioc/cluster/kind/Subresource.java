package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Something below an object's path: {@code builds/X/log}, {@code buildconfigs/X/instantiatebinary}. */
public interface Subresource {
    /** The path element. */
    String name();

    /** The kind that discovery names for it. */
    String kind();

    /** The group and version of that kind, when they are not those of the objects. */
    default Optional<String> apiVersion() {
        return Optional.empty();
    }

    /** POST is create, PUT update, GET get, PATCH patch, DELETE delete. */
    Set<Verb> verbs();

    /** Whether callers without a token may come: webhooks, which have a secret of their own. */
    default boolean open() {
        return false;
    }

    /** Serves one request. It runs on a virtual thread of its own: block as long as needed. */
    void serve(Request request) throws IOException, InterruptedException;

    /**
     * A request for a subresource.
     *
     * @param name the object's
     * @param rest the path elements after the subresource's own
     */
    record Request(Call call, Verb verb, String name, List<String> rest, Body body, Reply reply) {}

    /** What came with the request. */
    interface Body {
        /** Nothing, with which the cluster's own parts come. */
        Body NONE = new Body() {
            @Override
            public InputStream stream() {
                return InputStream.nullInputStream();
            }

            @Override
            public String contentType() {
                return "";
            }

            @Override
            public Optional<String> header(String name) {
                return Optional.empty();
            }

            @Override
            public ObjectNode object() {
                throw StatusException.badRequest("a request without a body");
            }

            @Override
            public UnaryOperator<ObjectNode> change() {
                throw StatusException.badRequest("a request without a body");
            }
        };

        /** The raw bytes, as they arrive; a caller who goes away makes read() fail. */
        InputStream stream() throws IOException;

        String contentType();

        Optional<String> header(String name);

        /** All values of a header that is a list, whether it was sent once or several times. */
        default List<String> headers(String name) {
            return header(name).stream().toList();
        }

        /** The body as an object, from JSON, YAML or protobuf; refused with 400 or 415 when it is none. */
        ObjectNode object() throws IOException;

        /** For PUT: replace by the body. For PATCH: apply it, whatever its type. */
        UnaryOperator<ObjectNode> change() throws IOException;
    }

    /** The answer; one of these, once. A StatusException thrown before it makes a Status. */
    interface Reply {
        void json(int code, JsonNode body) throws IOException;

        /** 200 with a body that is sent as it is written; each flush goes on the wire. A caller who left makes write() fail. */
        OutputStream stream(String contentType) throws IOException;

        /** 101, and then whatever the protocol is that the caller named as Upgrade; refused with 400 when there is none. */
        default Duplex upgrade(Map<String, String> headers) throws IOException {
            throw StatusException.badRequest("Upgrade request required");
        }
    }
}
