package dev.s2ioc.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The server has refused a request. Carries the {@code Status} object that it answered, as it came. */
public final class ApiException extends RuntimeException {
    private final int code;
    private final JsonNode status;

    /**
     * @param code the HTTP status code
     * @param status the {@code Status} object of the answer; a missing node when the body was something else
     * @param message the status's message, or the body's text
     */
    public ApiException(int code, JsonNode status, String message) {
        super(message);
        this.code = code;
        this.status = status;
    }

    /** A refusal that was found on this side, worded as the server would. */
    public static ApiException notFound(String qualifiedResource, String name) {
        ObjectNode status = Json.object();
        status.put("reason", "NotFound");
        return new ApiException(404, status, qualifiedResource + " \"" + name + "\" not found");
    }

    /** The same refusal with words in front of its message. */
    public ApiException after(String words) {
        return new ApiException(code, status, words + getMessage());
    }

    public int code() {
        return code;
    }

    /** {@code NotFound}, {@code Forbidden}, {@code Conflict}, {@code AlreadyExists}, {@code Invalid} …; empty if unsaid. */
    public String reason() {
        return status.path("reason").asText("");
    }

    /** The status's {@code details}: name, group, kind, causes, retryAfterSeconds; a missing node if there are none. */
    public JsonNode details() {
        return status.path("details");
    }

    /** The whole {@code Status}; a {@link MissingNode} when the server answered something else. */
    public JsonNode status() {
        return status;
    }

    public boolean isNotFound() {
        return code == 404;
    }

    /** Whether the address itself is unknown to the server, not an object at it: it does not have this resource type. */
    public boolean isUnknownPath() {
        return code == 404
                && details().path("name").asText("").isEmpty()
                && (status.isMissingNode() || getMessage().contains("could not find the requested resource"));
    }

    /** Whether a revision or a continue token is too old for the server to go on from. */
    public boolean isGone() {
        return code == 410;
    }

    public boolean isConflict() {
        return code == 409 && !reason().equals("AlreadyExists");
    }

    public boolean isAlreadyExists() {
        return reason().equals("AlreadyExists");
    }

    public boolean isForbidden() {
        return code == 403;
    }

    public boolean isUnauthorized() {
        return code == 401;
    }
}
