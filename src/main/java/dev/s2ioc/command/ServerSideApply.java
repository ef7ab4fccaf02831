package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Applies by sending the manifest: the server merges, field by field, and knows who has set what. */
final class ServerSideApply {
    static final String MANAGER = "kubectl";
    static final String MEDIA_TYPE = "application/apply-patch+yaml";

    private final CommandContext context;
    private final WriteFlags write;
    private final DryRunFlags dryRun;
    private final boolean force;
    private final String subresource;

    ServerSideApply(CommandContext context, WriteFlags write, DryRunFlags dryRun, boolean force, String subresource) {
        this.context = context;
        this.write = write;
        this.dryRun = dryRun;
        this.force = force;
        this.subresource = subresource;
    }

    void apply(ManifestObject manifest, ChangeReport report) {
        try {
            List<Request.Parameter> parameters = new ArrayList<>(List.of(write.parameters(dryRun)));
            parameters.add(new Request.Parameter("force", String.valueOf(force)));
            JsonNode applied = send(manifest, manifest.object(), parameters);
            if (subresource.isEmpty()
                    && !dryRun.isSet()
                    && new OwnershipMigration(context, write).migrate(manifest, applied)) {
                applied = send(manifest, manifest.object(), parameters);
            }
            report.tell(manifest.selection().type(), applied, "serverside-applied");
        } catch (ApiException e) {
            if (e.code() == 415) {
                throw new CommandFailure("Server-side apply not available on the server: (" + e.getMessage() + ")", e);
            }
            throw conflicts(e) ? new CommandFailure(e.getMessage() + ADVICE, e) : manifest.refused("patching", e);
        }
    }

    private JsonNode send(ManifestObject manifest, ObjectNode body, List<Request.Parameter> parameters) {
        return manifest.in(context.session().resources())
                .patch(
                        manifest.selection().type(),
                        manifest.name(),
                        Optional.of(subresource).filter(part -> !part.isEmpty()),
                        MEDIA_TYPE,
                        Json.bytes(body),
                        parameters.toArray(Request.Parameter[]::new));
    }

    private static boolean conflicts(ApiException refusal) {
        return refusal.isConflict()
                && refusal.details()
                        .path("causes")
                        .valueStream()
                        .anyMatch(cause -> cause.path("reason").asText().equals("FieldManagerConflict"));
    }

    private static final String ADVICE = "\nOther managers have set these fields. Either take them over with"
            + " --force-conflicts, or leave them\nout of the file, or write the values that they have now: then they are"
            + " shared.";
}
