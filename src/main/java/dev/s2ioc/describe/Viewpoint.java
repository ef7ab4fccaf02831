package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.Resources;
import dev.s2ioc.client.Session;
import dev.s2ioc.print.Ages;
import java.time.Instant;
import java.util.Optional;

/**
 * From where objects are looked at.
 *
 * @param session where to ask for what belongs to an object: its builds, its events
 * @param now the time that ages are counted to
 * @param bold whether a status may stand out by terminal escapes
 * @param showEvents whether events are wanted
 * @param showSecrets whether the secrets in webhooks' addresses are wanted
 * @param compare whether a build's times are wanted beside those of the build before it
 */
public record Viewpoint(
        Session session, Instant now, boolean bold, boolean showEvents, boolean showSecrets, boolean compare) {

    /** {@code 2 minutes ago}, from a time field; {@code <none>} when there is no time in it. */
    String ago(JsonNode time) {
        return Ages.instant(time.asText("")).map(then -> Ages.ago(then, now)).orElse("<none>");
    }

    /** {@code 2m30s}, from a time field. */
    String age(JsonNode time) {
        Optional<Instant> then = Ages.instant(time.asText(""));
        return then.map(instant -> Ages.age(instant, now)).orElse("<unknown>");
    }

    /** What else is in an object's namespace. */
    Resources beside(JsonNode object) {
        String namespace = object.path("metadata").path("namespace").asText("");
        return namespace.isEmpty() ? session.resources() : session.resources().in(namespace);
    }
}
