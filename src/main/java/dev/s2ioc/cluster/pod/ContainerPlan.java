package dev.s2ioc.cluster.pod;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.engine.ContainerSpec;
import dev.s2ioc.cluster.engine.ContainerSpec.Mount;
import dev.s2ioc.cluster.engine.ImageConfig;
import dev.s2ioc.cluster.kind.podspec.Quantity;
import dev.s2ioc.cluster.pod.env.ContainerVariables;
import dev.s2ioc.cluster.pod.env.ContainerVariables.MissingException;
import dev.s2ioc.cluster.pod.env.Expansion;
import dev.s2ioc.cluster.pod.env.PodFields;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a container of a pod comes to, together with its image: program, variables, user, mounts. */
record ContainerPlan(PodFields fields, JsonNode container, PodFiles files, Store store) {

    ContainerSpec spec(ImageConfig image, int attempt) throws MissingException, IOException {
        Map<String, String> variables = new ContainerVariables(fields, container, store)
                .of(image.environment(), PodFiles.hostname(fields.pod()));
        JsonNode own = container.path("securityContext");
        String directory = Json.at(container, "workingDir");
        return new ContainerSpec(
                Json.at(container, "name") + "-" + attempt,
                Json.at(container, "image"),
                argv(image, variables),
                variables,
                directory.isEmpty() ? image.workingDirectory().isEmpty() ? "/" : image.workingDirectory() : directory,
                user(image),
                groups(),
                own.path("readOnlyRootFilesystem").asBoolean(),
                container.path("stdin").asBoolean(),
                container.path("tty").asBoolean(),
                mounts(variables),
                Quantity.of(container.path("resources").path("limits").path("memory"))
                        .map(Quantity::ceiling),
                Quantity.of(container.path("resources").path("limits").path("cpu"))
                        .map(Quantity::thousandths));
    }

    private List<String> argv(ImageConfig image, Map<String, String> variables) throws MissingException {
        List<String> argv = new ArrayList<>();
        List<String> command = texts(container.path("command"), variables);
        List<String> args = texts(container.path("args"), variables);
        argv.addAll(command.isEmpty() ? image.entrypoint() : command);
        // Another program is not run with what the image's own is run with.
        argv.addAll(!args.isEmpty() || !command.isEmpty() ? args : image.command());
        if (argv.isEmpty()) {
            throw new MissingException("no command specified");
        }
        return argv;
    }

    private static List<String> texts(JsonNode list, Map<String, String> variables) {
        return list.valueStream()
                .map(each -> Expansion.of(each.asText(), variables))
                .toList();
    }

    private JsonNode right(String name) {
        JsonNode own = container.path("securityContext").path(name);
        return own.isValueNode() && !own.isNull()
                ? own
                : fields.pod().path("spec").path("securityContext").path(name);
    }

    private String user(ImageConfig image) throws MissingException {
        String user = right("runAsUser").isNumber() ? right("runAsUser").asText() : image.user();
        String name = user.split(":")[0];
        if (right("runAsNonRoot").asBoolean()) {
            String who = "(pod: \"" + Json.at(fields.pod(), "metadata", "name") + "_"
                    + Json.at(fields.pod(), "metadata", "namespace") + "("
                    + Json.at(fields.pod(), "metadata", "uid") + ")\", container: " + Json.at(container, "name") + ")";
            if (name.isEmpty() || name.equals("0") || name.equals("root")) {
                throw new MissingException("container has runAsNonRoot and image will run as root " + who);
            }
            if (!name.chars().allMatch(Character::isDigit)) {
                throw new MissingException("container has runAsNonRoot and image has non-numeric user (" + name
                        + "), cannot verify user is non-root " + who);
            }
        }
        return right("runAsGroup").isNumber() ? (name.isEmpty() ? "0" : name) + ":" + right("runAsGroup") : user;
    }

    private List<Integer> groups() {
        List<Integer> groups = new ArrayList<>();
        JsonNode context = fields.pod().path("spec").path("securityContext");
        context.path("supplementalGroups").forEach(group -> groups.add(group.asInt()));
        if (context.path("fsGroup").isNumber()) {
            groups.add(context.path("fsGroup").asInt());
        }
        return groups;
    }

    private List<Mount> mounts(Map<String, String> variables) throws IOException, MissingException {
        List<Mount> mounts = new ArrayList<>();
        boolean hosts = true;
        for (JsonNode mount : container.path("volumeMounts")) {
            Path source = files.volume(Json.at(mount, "name"));
            String expression = Json.at(mount, "subPathExpr");
            String part = expression.isEmpty() ? Json.at(mount, "subPath") : Expansion.of(expression, variables);
            if (!part.isEmpty()) {
                source = part(source, part);
            }
            String destination = Json.at(mount, "mountPath");
            hosts &= !destination.equals("/etc/hosts");
            // A claimed volume is a link to where its files are.
            Path real = Files.isSymbolicLink(source) ? source.toRealPath() : source;
            mounts.add(new Mount(real, destination, isReadOnly(mount)));
        }
        if (hosts) {
            mounts.add(new Mount(files.hosts(), "/etc/hosts", false));
        }
        Path message = files.message(Json.at(container, "name"));
        Files.writeString(message, "");
        Files.setPosixFilePermissions(message, PosixFilePermissions.fromString("rw-rw-rw-"));
        mounts.add(new Mount(message, Json.at(container, "terminationMessagePath"), false));
        return mounts;
    }

    /** Who claims storage may say that his pod only reads it. */
    private boolean isReadOnly(JsonNode mount) {
        return mount.path("readOnly").asBoolean()
                || fields.pod()
                        .path("spec")
                        .path("volumes")
                        .valueStream()
                        .filter(volume -> Json.at(volume, "name").equals(Json.at(mount, "name")))
                        .anyMatch(volume -> volume.path("persistentVolumeClaim")
                                .path("readOnly")
                                .asBoolean());
    }

    private static Path part(Path volume, String part) throws IOException, MissingException {
        Path source = volume.resolve(part).normalize();
        if (!source.startsWith(volume)) {
            throw new MissingException("subPath \"" + part + "\" leads out of its volume");
        }
        if (Files.notExists(source)) {
            Files.createDirectories(source);
            Files.setPosixFilePermissions(source, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
        Path real = source.toRealPath();
        if (!real.startsWith(volume.toRealPath())) {
            throw new MissingException("subPath \"" + part + "\" leads out of its volume");
        }
        return real;
    }

    static Optional<JsonNode> probe(JsonNode container, String name) {
        return Optional.of(container.path(name)).filter(JsonNode::isObject);
    }
}
