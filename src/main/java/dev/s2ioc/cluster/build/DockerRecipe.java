package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.build.input.InputException;
import dev.s2ioc.cluster.build.input.Limits;
import dev.s2ioc.cluster.build.input.SourceTree;
import dev.s2ioc.cluster.engine.Credentials;
import dev.s2ioc.cluster.engine.Directories;
import dev.s2ioc.cluster.engine.Dockerfile;
import dev.s2ioc.cluster.engine.Engine;
import dev.s2ioc.cluster.engine.EngineException;
import dev.s2ioc.cluster.engine.ImageBuild;
import dev.s2ioc.cluster.engine.ImageBuild.Layering;
import dev.s2ioc.cluster.engine.ImageBuild.Mount;
import dev.s2ioc.cluster.engine.PullPolicy;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.s2i.DockerfileText;
import dev.s2ioc.s2i.S2iException;
import dev.s2ioc.s2i.Variable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The Docker strategy: the source's own Dockerfile, with what the configuration puts in. */
final class DockerRecipe implements Recipe {
    private final JsonNode build;
    private final JsonNode strategy;
    private final ImageSources images;
    private final ProjectInputs inputs;
    private final Path spool;
    private final RegistrySecrets secrets;
    private final boolean cacheLayers;
    private final BuildOutput log;
    private final Map<String, String> buildArgs = new LinkedHashMap<>();
    private Path context;
    private Path file;
    private List<String> baseImages = List.of();

    /** Layers of earlier builds are taken only if wanted. */
    DockerRecipe(
            JsonNode build,
            ImageSources images,
            ProjectInputs inputs,
            Path spool,
            RegistrySecrets secrets,
            boolean cacheLayers,
            BuildOutput log) {
        this.build = build;
        this.images = images;
        this.inputs = inputs;
        this.spool = spool;
        this.secrets = secrets;
        this.cacheLayers = cacheLayers;
        this.strategy = build.path("spec").path("strategy").path("dockerStrategy");
        this.log = log;
    }

    @Override
    public void prepare(Path source) throws BuildFailure, IOException {
        context = source;
        inputs.putInto(context, spool);
        for (JsonNode each : strategy.path("buildArgs")) {
            buildArgs.put(Json.at(each, "name"), Json.at(each, "value"));
        }
        file = dockerfile();
        String given = Files.readString(file);
        Dockerfile dockerfile = withConfigured(Dockerfile.parse(given));
        Files.writeString(file, dockerfile.text());
        log.detail(4, "Replacing dockerfile\n" + given.stripTrailing() + "\nwith:\n" + dockerfile.text());
        baseImages = dockerfile.baseImages(buildArgs);
        if (dockerfile.lastFrom().isEmpty()) {
            throw new BuildFailure(Reason.GenericBuildFailed, "build error: no FROM image in Dockerfile");
        }
    }

    private Path dockerfile() throws BuildFailure, IOException {
        String path = Json.at(strategy, "dockerfilePath");
        String name = path.isEmpty() ? "Dockerfile" : path;
        JsonNode text = build.path("spec").path("source").path("dockerfile");
        if (text.isTextual()) {
            write(name, text.asText());
        }
        Optional<Path> found = Directories.within(context, name).filter(Files::isRegularFile);
        return found.orElseThrow(() -> new BuildFailure(
                Reason.ManageDockerfileFailed, "open /tmp/build/inputs/" + name + ": no such file or directory"));
    }

    /** The source may have brought links that lead anywhere. */
    private void write(String name, String text) throws BuildFailure, IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            new SourceTree(context, context, Limits.DEFAULT)
                    .file(name, 0, Instant.now(), new ByteArrayInputStream(bytes));
        } catch (InputException e) {
            throw new BuildFailure(Reason.ManageDockerfileFailed, e.getMessage());
        }
    }

    private Dockerfile withConfigured(Dockerfile dockerfile) throws BuildFailure {
        Dockerfile changed = dockerfile;
        String from = Json.at(strategy, "from", "name");
        if (!from.isEmpty()) {
            dockerfile.lastFrom().ifPresent(old -> log.accept("Replaced Dockerfile FROM image " + old));
            changed = changed.withLastFrom(from);
        }
        changed = changed.withImages(images.replacements());
        List<Variable> environment = Environment.of(strategy);
        if (!environment.isEmpty()) {
            changed = changed.withAfterEachFrom("ENV " + pairs(environment));
        }
        Environment ours = new Environment(build);
        Map<String, String> labels = new TreeMap<>(ours.revisionLabels());
        labels.put("io.openshift.build.name", Json.at(build, "metadata", "name"));
        labels.put("io.openshift.build.namespace", Json.at(build, "metadata", "namespace"));
        ours.putOutputLabels(labels);
        List<Variable> labelPairs = new ArrayList<>();
        labels.forEach((name, value) -> labelPairs.add(new Variable(name, value)));
        return changed.withAtEnd("ENV " + pairs(ours.ofBuild())).withAtEnd("LABEL " + pairs(labelPairs));
    }

    private static String pairs(List<Variable> variables) throws BuildFailure {
        List<String> pairs = new ArrayList<>();
        try {
            for (Variable variable : variables) {
                pairs.add(DockerfileText.quoted(variable.name()) + "=" + DockerfileText.quoted(variable.value()));
            }
        } catch (S2iException e) {
            throw new BuildFailure(Reason.ManageDockerfileFailed, e.getMessage());
        }
        return String.join(" ", pairs);
    }

    @Override
    public boolean pulls() {
        return !baseImages.isEmpty();
    }

    @Override
    public JsonNode strategy() {
        return strategy;
    }

    @Override
    public void pull(Engine engine, Consumer<String> engineLog, Stages stages)
            throws BuildFailure, EngineException, InterruptedException, IOException {
        for (String image : baseImages) {
            log.accept("");
            log.accept("Pulling image " + image + " ...");
            Credentials credentials = secrets.of(
                    images.pullSecret(image).orElse(strategy.path("pullSecret")), Reason.PullBuilderImageFailed);
            PullPolicy policy =
                    PullPolicy.forImage(image, strategy.path("forcePull").asBoolean());
            stages.<Void, EngineException>time("PullImages", "PullBaseImage", () -> {
                engine.pull(image, policy, credentials, engineLog);
                return null;
            });
        }
    }

    @Override
    public ImageBuild image(String tag, List<Mount> volumes) {
        return new ImageBuild(context, file, tag, buildArgs, layering(), volumes);
    }

    private Layering layering() {
        if (Json.at(strategy, "imageOptimizationPolicy").startsWith("SkipLayers")) {
            return Layering.ONE_LAYER;
        }
        return cacheLayers && !strategy.path("noCache").asBoolean() ? Layering.CACHED : Layering.UNCACHED;
    }

    @Override
    public Reason failure() {
        return Reason.DockerBuildFailed;
    }

    @Override
    public String pushStep() {
        return "PushDockerImage";
    }
}
