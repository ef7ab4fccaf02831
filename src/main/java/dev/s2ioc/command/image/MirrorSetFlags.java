package dev.s2ioc.command.image;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.Manifest;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The flags that name files of where else images may be found. */
final class MirrorSetFlags {

    @Option(
            names = "--idms-file",
            paramLabel = "FILE",
            description =
                    "An ImageDigestMirrorSet: images that are named by digest are looked for at its mirrors first.")
    String idms;

    @Option(
            names = "--icsp-file",
            paramLabel = "FILE",
            description = "The same as an ImageContentSourcePolicy, the older form.")
    String icsp;

    /** The mirrors of each source; none when no file is named. */
    Map<String, List<String>> read(CommandContext context) throws IOException {
        if (idms != null && icsp != null) {
            throw new CommandFailure("icsp-file and idms-file are mutually exclusive");
        }
        Map<String, List<String>> mirrors = new LinkedHashMap<>();
        if (idms != null || icsp != null) {
            String file = idms == null ? icsp : idms;
            String text = Files.readString(context.surroundings().resolve(file));
            for (Manifest manifest : Manifest.parse(file, text)) {
                JsonNode spec = manifest.object().path("spec");
                add(spec.path("imageDigestMirrors"), mirrors);
                add(spec.path("repositoryDigestMirrors"), mirrors);
            }
            if (mirrors.isEmpty()) {
                throw new CommandFailure(file + " names no mirrors");
            }
        }
        return mirrors;
    }

    private static void add(JsonNode list, Map<String, List<String>> mirrors) {
        for (JsonNode entry : list) {
            List<String> found =
                    entry.path("mirrors").valueStream().map(JsonNode::asText).toList();
            mirrors.put(entry.path("source").asText(), found);
        }
    }
}
