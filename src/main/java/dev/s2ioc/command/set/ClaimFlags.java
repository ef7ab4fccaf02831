package dev.s2ioc.command.set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.Request;
import dev.s2ioc.client.Resources;
import dev.s2ioc.command.ChangeReport;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.print.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The flags about the claim on storage that a volume is of, which is created if its size is given. */
public final class ClaimFlags {

    @Option(names = "--claim-name", paramLabel = "NAME", description = "Of a pvc: the claim.")
    String name = "";

    @Option(names = "--claim-size", paramLabel = "SIZE", description = "Create the claim, of this size, as in 1Gi.")
    String size = "";

    @Option(
            names = "--claim-mode",
            paramLabel = "MODE",
            defaultValue = "ReadWriteOnce",
            description = "Of a new claim: ReadWriteOnce (rwo), ReadWriteMany (rwm) or ReadOnlyMany (rom)."
                    + " Default: ${DEFAULT-VALUE}")
    String mode;

    @Option(names = "--claim-class", paramLabel = "NAME", description = "Of a new claim: its storage class.")
    String storageClass;

    private boolean created;

    boolean areSet() {
        return !name.isEmpty() || !size.isEmpty() || storageClass != null;
    }

    /** Checks them, and names a claim that is to be created. */
    void complete() {
        if (size.isEmpty()) {
            if (storageClass != null) {
                throw new CommandFailure("must provide --claim-size to create new pvc with claim-class");
            }
            return;
        }
        if (Quantity.value(size).isEmpty()) {
            throw new CommandFailure("--claim-size is not valid: \"" + size + "\" is not a quantity; write it as 10Gi");
        }
        accessMode();
        if (name.isEmpty()) {
            name = GeneratedName.after("pvc-");
        }
    }

    private String accessMode() {
        return switch (mode.toLowerCase(Locale.ROOT)) {
            case "readonlymany", "rom" -> "ReadOnlyMany";
            case "readwriteonce", "rwo" -> "ReadWriteOnce";
            case "readwritemany", "rwm" -> "ReadWriteMany";
            default ->
                throw new CommandFailure("--claim-mode must be one of ReadWriteOnce (rwo), ReadWriteMany (rwm), or"
                        + " ReadOnlyMany (rom)");
        };
    }

    /** Creates the claim if it is a new one, once, where the object is that gets the volume. */
    void create(Subject subject, CommandContext context, SetFlags flags) {
        if (size.isEmpty() || created) {
            return;
        }
        created = true;
        JsonNode claim = body();
        ChangeReport report = new ChangeReport(context, flags.print, flags.dryRun);
        if (!flags.local && !flags.dryRun.isClient()) {
            List<Request.Parameter> parameters = new ArrayList<>(List.of(flags.dryRun.parameters()));
            parameters.add(new Request.Parameter("fieldManager", flags.fieldManager));
            Resources own = context.session().resources();
            claim = subject.namespace()
                    .map(own::in)
                    .orElse(own)
                    .create(KnownTypes.PERSISTENT_VOLUME_CLAIM, claim, parameters.toArray(Request.Parameter[]::new));
        }
        report.tell(KnownTypes.PERSISTENT_VOLUME_CLAIM, claim, "created");
    }

    private ObjectNode body() {
        ObjectNode claim = Json.object().put("apiVersion", "v1").put("kind", "PersistentVolumeClaim");
        claim.putObject("metadata").put("name", name);
        ObjectNode spec = claim.putObject("spec");
        spec.putArray("accessModes").add(accessMode());
        spec.putObject("resources").putObject("requests").put("storage", size);
        if (storageClass != null) {
            spec.put("storageClassName", storageClass);
        }
        return claim;
    }
}
