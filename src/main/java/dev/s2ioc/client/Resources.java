package dev.s2ioc.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Get, list, watch, create, change and delete objects of any type, in one namespace or in all. */
public final class Resources {
    private final Session session;
    private final Optional<String> namespace;

    Resources(Session session, Optional<String> namespace) {
        this.session = session;
        this.namespace = namespace;
    }

    /** The same in another namespace. */
    public Resources in(String other) {
        return new Resources(session, Optional.of(other));
    }

    /** The same over all namespaces; it can list and watch, not name objects. */
    public Resources inAllNamespaces() {
        return new Resources(session, Optional.empty());
    }

    /** One object, as the server has it. */
    public JsonNode get(ResourceType type, String name) {
        return ask(type, asked -> session.json(Request.get(path(asked, name))));
    }

    /** One object, or one of its subresources, as it comes and in the form that is wanted; the caller closes it. */
    public Answer get(ResourceType type, String name, Optional<String> subresource, Form form) {
        String tail = subresource.map(part -> "/" + part).orElse("");
        return ask(type, asked -> session.stream(form.in(Request.get(path(asked, name) + tail))));
    }

    /** All objects of a type, as one list object. */
    public ObjectNode list(ResourceType type) {
        return list(type, ListOptions.ALL);
    }

    /** The objects of a type, as one list object: the pages are put together. */
    public ObjectNode list(ResourceType type, ListOptions options) {
        ObjectNode whole = Json.object();
        ArrayNode items = Json.array();
        pages(type, options, Form.OBJECTS, in -> {
            JsonNode page = Json.MAPPER.readTree(in);
            if (whole.isEmpty() && page.isObject()) {
                whole.setAll((ObjectNode) page);
            }
            page.path("items").forEach(items::add);
            return Optional.of(page.path("metadata").path("continue").asText(""))
                    .filter(token -> !token.isEmpty());
        });
        if (whole.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove(List.of("continue", "remainingItemCount"));
        }
        whole.set("items", items);
        return whole;
    }

    /** The objects of a type, page by page. A token that has become too old is exchanged for the one the server offers. */
    public void pages(ResourceType type, ListOptions options, Form form, PageReader reader) {
        ask(type, asked -> {
            try {
                Listing.over(session, form.in(options.selecting(Request.get(collection(asked)))), options)
                        .readAll(reader);
            } catch (ApiException e) {
                throw e.code() == 400 ? e.after(options.notFound(asked)) : e;
            }
            return null;
        });
    }

    /**
     * What happens to the objects of a type from now on.
     *
     * @param from the revision after which events are wanted: that of the listing before
     * @param known the revisions of the objects already seen, by {@link Watch#key}; after a gap only what differs is told
     */
    public Watch watch(ResourceType type, ListOptions options, Form form, String from, Map<String, String> known) {
        Request request = form.in(options.selecting(Request.get(collection(type))))
                .with("watch", "true")
                .with("allowWatchBookmarks", "true")
                .asStream();
        return new Watch(session, request, reader -> pages(type, options, form, reader), from, known);
    }

    /** What happens to one object from a revision on. */
    public Watch watch(ResourceType type, String name, String from) {
        return watch(type, ListOptions.named(name), Form.OBJECTS, from, Map.of());
    }

    /** Creates an object and returns it as stored. */
    public JsonNode create(ResourceType type, JsonNode object, Request.Parameter... parameters) {
        return change(type, asked -> Request.post(collection(asked), object), parameters);
    }

    /** One of an object's subresources. */
    public JsonNode get(ResourceType type, String name, Optional<String> subresource) {
        return ask(type, asked -> session.json(Request.get(path(asked, name, subresource))));
    }

    /** Replaces an object, or one of its subresources, and returns it as stored. */
    public JsonNode update(
            ResourceType type,
            String name,
            Optional<String> subresource,
            JsonNode object,
            Request.Parameter... parameters) {
        return change(type, asked -> Request.put(path(asked, name, subresource), object), parameters);
    }

    /** Replaces an object and returns it as stored. */
    public JsonNode update(ResourceType type, String name, JsonNode object, Request.Parameter... parameters) {
        return change(type, asked -> Request.put(path(asked, name), object), parameters);
    }

    /** Changes an object and returns it as stored; the content type says what kind of patch it is. */
    public JsonNode patch(
            ResourceType type, String name, String contentType, byte[] patch, Request.Parameter... parameters) {
        return change(type, asked -> Request.patch(path(asked, name), contentType, patch), parameters);
    }

    /** Changes a subresource of an object and returns it as stored. */
    public JsonNode patch(
            ResourceType type,
            String name,
            String subresource,
            String contentType,
            byte[] patch,
            Request.Parameter... parameters) {
        return patch(type, name, Optional.of(subresource), contentType, patch, parameters);
    }

    /** Changes an object, or one of its subresources, and returns it as stored. */
    public JsonNode patch(
            ResourceType type,
            String name,
            Optional<String> subresource,
            String contentType,
            byte[] patch,
            Request.Parameter... parameters) {
        return change(type, asked -> Request.patch(path(asked, name, subresource), contentType, patch), parameters);
    }

    /** Deletes an object; the answer is the object, or a {@code Status}. */
    public JsonNode delete(ResourceType type, String name, JsonNode options, Request.Parameter... parameters) {
        return change(type, asked -> Request.delete(path(asked, name), options), parameters);
    }

    private JsonNode change(
            ResourceType type, Function<ResourceType, Request> request, Request.Parameter... parameters) {
        return ask(type, asked -> {
            Request changed = request.apply(asked);
            for (Request.Parameter parameter : parameters) {
                changed = changed.with(parameter.name(), parameter.value());
            }
            return session.json(changed);
        });
    }

    /** Asks; if the server does not know the address of a type that was only assumed, finds out what it has instead. */
    private <T> T ask(ResourceType type, Function<ResourceType, T> question) {
        try {
            return question.apply(type);
        } catch (ApiException e) {
            if (!e.isUnknownPath() || !KnownTypes.contains(type)) {
                throw e;
            }
            return question.apply(session.discovery().insteadOf(type, e));
        }
    }

    private String collection(ResourceType type) {
        return namespace.map(type::path).orElseGet(type::pathOfAll);
    }

    private String path(ResourceType type, String name) {
        if (type.namespaced() && namespace.isEmpty()) {
            throw new SelectionException("a resource cannot be retrieved by name across all namespaces");
        }
        return type.path(namespace.orElse(""), name);
    }

    private String path(ResourceType type, String name, Optional<String> subresource) {
        return path(type, name) + subresource.map(part -> "/" + part).orElse("");
    }
}
