package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Gives out tokens of a service account, for a time. */
final class TokenSubresource implements Subresource {
    private static final Type REQUEST = Type.clusterScoped("authentication.k8s.io", "v1", "", "TokenRequest");
    private static final String AUDIENCE = "https://kubernetes.default.svc";
    private static final long USUAL_SECONDS = 3600;
    private static final long LEAST_SECONDS = 600;
    private static final long MOST_SECONDS = 1L << 32;

    private final Machinery machinery;

    TokenSubresource(Machinery machinery) {
        this.machinery = machinery;
    }

    @Override
    public String name() {
        return "token";
    }

    @Override
    public String kind() {
        return REQUEST.kind();
    }

    @Override
    public Optional<String> apiVersion() {
        return Optional.of(REQUEST.apiVersion());
    }

    @Override
    public Set<Verb> verbs() {
        return EnumSet.of(Verb.create);
    }

    @Override
    public void serve(Request request) throws IOException {
        Call call = request.call();
        machinery.kinds().resource(ServiceAccountKind.TYPE.resource()).get(call, request.name());
        ObjectNode answer = request.body().object();
        ObjectNode spec = Json.child(answer, "spec");
        long seconds = spec.path("expirationSeconds").asLong(USUAL_SECONDS);
        validate(spec, seconds, request.name());
        spec.put("expirationSeconds", seconds);
        if (spec.path("audiences").isEmpty()) {
            spec.putArray("audiences").add(AUDIENCE);
        }
        answer.put("kind", REQUEST.kind()).put("apiVersion", REQUEST.apiVersion());
        Json.child(answer, "metadata").put("name", request.name()).put("namespace", call.namespace());
        Json.child(answer, "metadata").put("creationTimestamp", machinery.now());
        ObjectNode status = answer.putObject("status");
        status.put("token", call.dryRun() ? "" : token(call, request.name(), seconds));
        status.put(
                "expirationTimestamp",
                machinery
                        .clock()
                        .instant()
                        .plusSeconds(seconds)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
        request.reply().json(201, answer);
    }

    private String token(Call call, String account, long seconds) {
        return new Tokens(machinery).issueForServiceAccount(call.namespace(), account, Duration.ofSeconds(seconds));
    }

    /** What a token of this cluster cannot be limited to is refused rather than forgotten. */
    private static void validate(ObjectNode spec, long seconds, String name) {
        Causes causes = new Causes();
        if (seconds < LEAST_SECONDS) {
            causes.invalid("spec.expirationSeconds", seconds, "may not specify a duration less than 10 minutes");
        } else if (seconds > MOST_SECONDS) {
            causes.invalid("spec.expirationSeconds", seconds, "may not specify a duration larger than 2^32 seconds");
        }
        if (spec.hasNonNull("boundObjectRef")) {
            causes.forbidden("spec.boundObjectRef", "this cluster does not bind tokens to objects");
        }
        spec.path("audiences").forEach(audience -> {
            if (!audience.asText().equals(AUDIENCE)) {
                causes.forbidden("spec.audiences", "this cluster issues tokens for " + AUDIENCE + " only");
            }
        });
        if (!causes.isEmpty()) {
            throw StatusException.invalid(REQUEST, name, causes);
        }
    }
}
