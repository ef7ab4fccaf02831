package dev.s2ioc.command.set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.command.CommandFailure;
import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The flags that describe a volume that is added. */
public final class VolumeFlags {

    @Option(
            names = {"-t", "--type"},
            paramLabel = "emptyDir|hostPath|secret|configmap|pvc",
            description = "What it is; emptyDir unless another flag tells.")
    String type = "";

    @Option(names = "--path", paramLabel = "DIR", description = "Of a hostPath: the directory of the node.")
    String path = "";

    @Option(names = "--secret-name", paramLabel = "NAME", description = "Of a secret: which one.")
    String secret = "";

    @Option(names = "--configmap-name", paramLabel = "NAME", description = "Of a configmap: which one.")
    String configMap = "";

    @Option(
            names = "--default-mode",
            paramLabel = "MODE",
            description = "Of a secret or configmap: the mode of its files, 0000 to 0777. Default: 0644")
    String mode = "";

    @Option(
            names = "--source",
            paramLabel = "JSON",
            description = "Any other source, as in '{\"nfs\": {\"path\": \"/data\", \"server\": \"nfs.example\"}}'.")
    String source = "";

    @Option(names = "--read-only", description = "Mount it so that nothing can be written.")
    boolean readOnly;

    @Option(names = "--overwrite", description = "Replace the volume of this name, or the one mounted at this path.")
    boolean overwrite;

    @Option(
            names = {"-m", "--mount-path"},
            paramLabel = "DIR",
            description = "Where the containers see it; without, it is mounted nowhere.")
    String mountPath = "";

    @Option(names = "--sub-path", paramLabel = "DIR", description = "Mount only this directory of it.")
    String subPath = "";

    /** Whether any of them is given. */
    boolean areSet() {
        return saysSource() || !mode.isEmpty() || readOnly || overwrite || !mountPath.isEmpty() || !subPath.isEmpty();
    }

    /** Whether they say what the volume is, rather than only where it is mounted. */
    boolean saysSource() {
        return !type.isEmpty() || !path.isEmpty() || !secret.isEmpty() || !configMap.isEmpty() || !source.isEmpty();
    }

    /**
     * What the volume is, with the one field that says it.
     *
     * @param claim the claim that a pvc is of; empty if none was named
     */
    ObjectNode volumeSource(String claim) {
        String kind = kind(claim);
        boolean files = kind.equals("secret") || kind.equals("configmap");
        if (!mode.isEmpty() && !files) {
            throw new CommandFailure("--default-mode is only available for secrets and configmaps");
        }
        return switch (kind) {
            case "source" -> parsedSource();
            case "emptydir" -> field("emptyDir");
            case "hostpath" -> with(field("hostPath"), "path", given(path, "--path", "hostPath"));
            case "secret" -> files("secret", "secretName", given(secret, "--secret-name", "secret"));
            case "configmap" -> files("configMap", "name", given(configMap, "--configmap-name", "configmap"));
            case "persistentvolumeclaim", "pvc" ->
                with(
                        field("persistentVolumeClaim"),
                        "claimName",
                        given(claim, "--claim-name or --claim-size (to create a new claim)", "pvc"));
            default ->
                throw new CommandFailure("invalid volume type \"" + type
                        + "\". Supported types: emptyDir, hostPath, secret, configmap, persistentVolumeClaim");
        };
    }

    private String kind(String claim) {
        if (!source.isEmpty()) {
            if (!type.isEmpty()) {
                throw new CommandFailure("either specify --type or --source but not both for --add operation");
            }
            return "source";
        }
        if (!type.isEmpty()) {
            return type.toLowerCase(Locale.ROOT);
        }
        if (!claim.isEmpty()) {
            return "pvc";
        }
        if (!secret.isEmpty()) {
            return "secret";
        }
        if (!configMap.isEmpty()) {
            return "configmap";
        }
        return path.isEmpty() ? "emptydir" : "hostpath";
    }

    private static String given(String value, String flags, String type) {
        if (value.isEmpty()) {
            throw new CommandFailure("must provide " + flags + " for --type=" + type);
        }
        return value;
    }

    private static ObjectNode field(String name) {
        ObjectNode volume = Json.object();
        volume.putObject(name);
        return volume;
    }

    private static ObjectNode with(ObjectNode volume, String field, String value) {
        ((ObjectNode) volume.iterator().next()).put(field, value);
        return volume;
    }

    private ObjectNode files(String kind, String nameField, String name) {
        String octal = mode.isEmpty() ? "0644" : mode;
        if (!octal.matches("0?[0-7]{3}")) {
            throw new CommandFailure("--default-mode must be between 0000 and 0777");
        }
        ObjectNode volume = field(kind);
        volume.withObject("/" + kind).put(nameField, name).put("defaultMode", Integer.parseInt(octal, 8));
        return volume;
    }

    private ObjectNode parsedSource() {
        try {
            JsonNode parsed = Json.parse(source);
            if (parsed instanceof ObjectNode object && object.size() == 1) {
                return object;
            }
            throw new CommandFailure("must provide only one volume for --source, a JSON object with one field");
        } catch (IOException e) {
            throw new CommandFailure(
                    "--source is not JSON: "
                            + e.getMessage().lines().findFirst().orElse(""),
                    e);
        }
    }
}
