package dev.s2ioc.imageregistry;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What is asked of a registry about one repository.
 *
 * @param target below {@code /v2/PATH/}, or a whole address
 * @param actions what one must be allowed to do there
 * @param patience how long the answer may take to begin; without end where the body may be of any length
 */
record RegistryRequest(
        String method,
        String target,
        Map<String, String> headers,
        BodyPublisher body,
        String actions,
        Optional<Duration> patience) {
    static final Duration SHORT = Duration.ofSeconds(30);

    /** Registries digest what they were sent before they answer. */
    private static final Duration LONG = Duration.ofMinutes(10);

    static RegistryRequest get(String target) {
        return bodiless("GET", target, "pull");
    }

    static RegistryRequest head(String target) {
        return bodiless("HEAD", target, "pull");
    }

    static RegistryRequest delete(String target) {
        return bodiless("DELETE", target, "pull,delete");
    }

    static RegistryRequest post(String target) {
        return bodiless("POST", target, "pull,push");
    }

    static RegistryRequest cancel(String target) {
        return bodiless("DELETE", target, "pull,push");
    }

    static RegistryRequest put(String target, String type, BodyPublisher body) {
        return new RegistryRequest("PUT", target, Map.of("Content-Type", type), body, "pull,push", Optional.of(LONG));
    }

    static RegistryRequest patch(String target, BodyPublisher body) {
        Map<String, String> headers = Map.of("Content-Type", "application/octet-stream");
        return new RegistryRequest("PATCH", target, headers, body, "pull,push", Optional.empty());
    }

    private static RegistryRequest bodiless(String method, String target, String actions) {
        return new RegistryRequest(method, target, Map.of(), BodyPublishers.noBody(), actions, Optional.of(SHORT));
    }

    RegistryRequest accepting(String types) {
        return new RegistryRequest(method, target, Map.of("Accept", types), body, actions, patience);
    }

    /** Whether it may be sent on to where the registry points, and again with a login. */
    boolean isRepeatable() {
        return !method.equals("PATCH");
    }
}
