package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.StoreException;
import java.util.stream.Collectors;

/** A refusal, as the {@code Status} object that says so on the wire. */
public final class StatusException extends RuntimeException {
    private final transient ObjectNode status;

    private StatusException(int code, String reason, String message, ObjectNode details) {
        super(message);
        status = Json.object();
        status.put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        status.put("status", "Failure").put("message", message);
        if (!reason.isEmpty()) {
            status.put("reason", reason);
        }
        // kubectl's debug reads the details of a NotFound without looking whether there are any.
        if (!details.isEmpty() || reason.equals("NotFound")) {
            status.set("details", details);
        }
        status.put("code", code);
    }

    /** A refusal in words of one's own. */
    public static StatusException of(int code, String reason, String message) {
        return of(code, reason, message, Json.object());
    }

    /** A refusal in words and with details of one's own. */
    public static StatusException of(int code, String reason, String message, ObjectNode details) {
        return new StatusException(code, reason, message, details);
    }

    public static StatusException notFound(Type type, String name) {
        String message = type.resource() + " \"" + name + "\" not found";
        return new StatusException(404, "NotFound", message, details(type, type.plural(), name));
    }

    /** A path that leads nowhere. */
    public static StatusException noSuchPath() {
        return of(404, "NotFound", "the server could not find the requested resource");
    }

    public static StatusException alreadyExists(Type type, String name) {
        String message = type.resource() + " \"" + name + "\" already exists";
        return new StatusException(409, "AlreadyExists", message, details(type, type.plural(), name));
    }

    public static StatusException conflict(Type type, String name) {
        return conflict(
                type,
                name,
                "the object has been modified; please apply your changes to the latest version and try again");
    }

    public static StatusException conflict(Type type, String name, String why) {
        String message = "Operation cannot be fulfilled on " + type.resource() + " \"" + name + "\": " + why;
        return new StatusException(409, "Conflict", message, details(type, type.plural(), name));
    }

    public static StatusException invalid(Type type, String name, Causes causes) {
        ObjectNode details = details(type, type.kind(), name);
        ArrayNode list = details.putArray("causes");
        causes.all()
                .forEach(cause -> list.addObject()
                        .put("reason", cause.reason())
                        .put("message", cause.message())
                        .put("field", cause.field()));
        String all = causes.all().stream()
                .map(cause -> cause.field() + ": " + cause.message())
                .collect(Collectors.joining(", "));
        String message = type.qualifiedKind() + " \"" + name + "\" is invalid: "
                + (causes.all().size() == 1 ? all : "[" + all + "]");
        return new StatusException(422, "Invalid", message, details);
    }

    /** {@code builds.build.openshift.io "x" is forbidden: why}; without a name {@code builds.build.openshift.io is …}. */
    public static StatusException forbidden(Type type, String name, String why) {
        String subject = name.isEmpty() ? type.resource() : type.resource() + " \"" + name + "\"";
        String message = subject + " is forbidden: " + why;
        return new StatusException(403, "Forbidden", message, details(type, type.plural(), name));
    }

    public static StatusException forbidden(String message) {
        return of(403, "Forbidden", message);
    }

    public static StatusException badRequest(String message) {
        return of(400, "BadRequest", message);
    }

    public static StatusException unauthorized() {
        return of(401, "Unauthorized", "Unauthorized");
    }

    public static StatusException methodNotAllowed() {
        return of(405, "MethodNotAllowed", "the server does not allow this method on the requested resource");
    }

    public static StatusException expired(String message) {
        return of(410, "Expired", message);
    }

    /** A page that came too late, with the token to read the rest as it is now. */
    public static StatusException expired(String message, String token) {
        StatusException expired = expired(message);
        Json.child(expired.status, "metadata").put("continue", token);
        return expired;
    }

    public static StatusException timeout(String message) {
        return of(504, "Timeout", message);
    }

    public static StatusException internal(String message) {
        ObjectNode details = Json.object();
        details.putArray("causes").addObject().put("message", message);
        return new StatusException(500, "InternalError", "Internal error occurred: " + message, details);
    }

    /** What the store's failure means for the object that was asked for. */
    public static StatusException of(StoreException failure, Type type, String name) {
        return switch (failure.kind()) {
            case EXISTS -> alreadyExists(type, name);
            case MISSING -> notFound(type, name);
            case CONFLICT -> conflict(type, name);
            default -> of(failure);
        };
    }

    /** What a failure of the store as a whole means. */
    public static StatusException of(StoreException failure) {
        return switch (failure.kind()) {
            case EXPIRED -> expired(failure.getMessage());
            case BUSY, CLOSED -> of(503, "ServiceUnavailable", failure.getMessage());
            case FULL -> of(507, "InsufficientStorage", failure.getMessage());
            case EXISTS, MISSING, CONFLICT, BROKEN -> internal(failure.getMessage());
        };
    }

    private static ObjectNode details(Type type, String kind, String name) {
        ObjectNode details = Json.object();
        if (!name.isEmpty()) {
            details.put("name", name);
        }
        if (!type.group().isEmpty()) {
            details.put("group", type.group());
        }
        return details.put("kind", kind);
    }

    /** The object for the wire. */
    public ObjectNode status() {
        return status.deepCopy();
    }

    public int code() {
        return status.path("code").asInt();
    }

    public String reason() {
        return Json.at(status, "reason");
    }
}
