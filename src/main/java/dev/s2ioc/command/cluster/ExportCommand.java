package dev.s2ioc.command.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ImageRepository;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.Projects;
import dev.s2ioc.client.Session;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.print.YamlText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a project down, so that it can be made again elsewhere. */
@Command(
        name = "export",
        description = "Write a project as YAML, and its images if wanted.",
        footer = {
            "",
            "What servers set by themselves is left out, and so is history: builds, pods, events. Secrets are written as",
            "they are: keep the file where only you can read it. \"s2ioc cluster import\" takes it, and so do",
            "\"oc create\" and \"kubectl apply\".",
            "",
            "Examples:",
            "  # Write the current project into a file",
            "  s2ioc cluster export --output=demo.yaml",
            "",
            "  # Write another project, and the images of its image streams",
            "  s2ioc cluster export -n demo --output=demo.yaml --images=demo-images"
        })
public final class ExportCommand implements Action {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The file to write; - is standard output.")
    String output = "-";

    @Option(
            names = "--images",
            paramLabel = "DIR",
            description = "Copy the images that the tags of the image streams stand for into this directory, as an OCI"
                    + " layout.")
    String images;

    private final CommandContext context;

    ExportCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        Session session = context.session();
        new Projects(session).get(session.namespace());
        List<ObjectNode> objects =
                new ProjectContents(session, context.streams().err()).read();
        ObjectNode list = Json.object().put("apiVersion", "v1").put("kind", "List");
        list.putArray("items").addAll(objects);
        int copied = images == null ? 0 : copyImages(session);
        write("# The project " + session.namespace() + " of " + session.server() + "\n" + YamlText.of(list));
        String what = counted(objects.size(), "object") + (images == null ? "" : " and " + counted(copied, "image"));
        context.streams().err().println("Exported " + what + " of project \"" + session.namespace() + "\".");
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private void write(String text) throws IOException {
        if (output.equals("-")) {
            context.streams().out().print(text);
            return;
        }
        Path file = context.surroundings().resolve(output);
        PrivateText.write(file, text);
    }

    private int copyImages(Session session) throws IOException, InterruptedException {
        ImageLayout layout = ImageLayout.create(context.surroundings().resolve(images));
        for (JsonNode stream : session.resources()
                .list(session.discovery().type("imagestreams"))
                .path("items")) {
            copyImages(session, stream, layout);
        }
        layout.finish();
        return layout.names().size();
    }

    private void copyImages(Session session, JsonNode stream, ImageLayout layout)
            throws IOException, InterruptedException {
        String name = stream.path("metadata").path("name").asText();
        String address =
                stream.path("status").path("publicDockerImageRepository").asText();
        String inside = stream.path("status").path("dockerImageRepository").asText();
        for (JsonNode tag : stream.path("status").path("tags")) {
            JsonNode newest = tag.path("items").path(0);
            boolean ours = newest.path("dockerImageReference").asText().startsWith(inside + "@");
            if (!ours || address.isEmpty()) {
                context.streams()
                        .err()
                        .println("Image " + name + ":" + tag.path("tag").asText()
                                + " is not in the cluster's registry; it stays where it is: "
                                + newest.path("dockerImageReference").asText());
                continue;
            }
            try (ImageRepository repository = ImageRepository.at(address, session)) {
                layout.add(
                        name + ":" + tag.path("tag").asText(),
                        newest.path("image").asText(),
                        repository);
            }
        }
    }
}
