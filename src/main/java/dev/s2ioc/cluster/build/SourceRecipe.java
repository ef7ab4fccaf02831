package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.engine.Engine;
import dev.s2ioc.cluster.engine.EngineException;
import dev.s2ioc.cluster.engine.ImageBuild;
import dev.s2ioc.cluster.engine.ImageBuild.Layering;
import dev.s2ioc.cluster.engine.ImageConfig;
import dev.s2ioc.cluster.engine.PullPolicy;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.s2i.BuilderImage;
import dev.s2ioc.s2i.EnvironmentFile;
import dev.s2ioc.s2i.IgnoreFile;
import dev.s2ioc.s2i.S2iException;
import dev.s2ioc.s2i.Scripts;
import dev.s2ioc.s2i.SourceBuild;
import dev.s2ioc.s2i.SourceDockerfile;
import dev.s2ioc.s2i.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The Source strategy: a builder image's assemble script turns the source into an image that its run script starts. */
final class SourceRecipe implements Recipe {
    private final JsonNode build;
    private final JsonNode strategy;
    private final Path context;
    private final Path source;

    /** The directory is the recipe's own: it becomes the context of the generated Dockerfile. */
    SourceRecipe(JsonNode build, Path directory) {
        this.build = build;
        this.strategy = build.path("spec").path("strategy").path("sourceStrategy");
        this.context = directory;
        this.source = directory.resolve("upload").resolve("src");
    }

    @Override
    public void prepare(Path given) throws BuildFailure, IOException {
        Files.createDirectories(source.getParent());
        Files.move(given, source);
        IgnoreFile.apply(source);
    }

    @Override
    public boolean pulls() {
        return true;
    }

    @Override
    public void pull(Engine engine, Consumer<String> log)
            throws BuildFailure, EngineException, InterruptedException, IOException {
        String builder = Json.at(strategy, "from", "name");
        engine.pull(
                builder, PullPolicy.forImage(builder, strategy.path("forcePull").asBoolean()), log);
        ImageConfig config = engine.inspect(builder);
        BuilderImage image = new BuilderImage(config.user(), config.labels(), config.environment());
        Optional<String> previous = previous(engine, log);
        log.accept("Generating dockerfile with builder image " + builder);
        try {
            Scripts scripts = Scripts.find(image, Json.at(strategy, "scripts"), source);
            copyScripts(scripts);
            SourceBuild plan = new SourceBuild(builder, image, scripts, labels(builder), environment(), previous);
            Files.writeString(dockerfile(), SourceDockerfile.text(plan));
        } catch (S2iException e) {
            throw new BuildFailure(Reason.GenericBuildFailed, e.getMessage());
        }
    }

    /** The image whose artifacts are taken over; a first build has none, which is no failure. */
    private Optional<String> previous(Engine engine, Consumer<String> log) throws InterruptedException {
        String output = Json.at(build, "status", "outputDockerImageReference");
        if (!strategy.path("incremental").asBoolean() || output.isEmpty()) {
            return Optional.empty();
        }
        try {
            engine.pull(output, PullPolicy.ALWAYS, log);
            return Optional.of(output);
        } catch (EngineException e) {
            log.accept("Clean build will be performed because of missing previous image " + output);
            return Optional.empty();
        }
    }

    private void copyScripts(Scripts scripts) throws IOException, S2iException {
        Path directory = Files.createDirectories(context.resolve("upload").resolve("scripts"));
        for (String name : scripts.overridden()) {
            Path script = Directories.within(source, ".s2i/bin/" + name)
                    .orElseThrow(
                            () -> new S2iException(".s2i/bin/" + name + " is a link that leads out of the source"));
            Path copy = Files.copy(script, directory.resolve(name));
            copy.toFile().setExecutable(true, false);
        }
    }

    private Map<String, String> labels(String builder) {
        Environment ours = new Environment(build);
        Map<String, String> labels = new LinkedHashMap<>(ours.revisionLabels());
        labels.put("io.openshift.build.source-location", location());
        labels.put("io.openshift.build.image", builder);
        ours.putOutputLabels(labels);
        return labels;
    }

    private String location() {
        String uri = Json.at(build, "spec", "source", "git", "uri");
        return uri.isEmpty() ? "/tmp/build/inputs" : uri;
    }

    private List<Variable> environment() throws BuildFailure, IOException {
        List<Variable> variables = new ArrayList<>();
        Optional<Path> file = Directories.within(source, EnvironmentFile.PATH);
        if (file.isPresent()) {
            variables.addAll(EnvironmentFile.parse(Files.readString(file.get())));
        }
        variables.addAll(new Environment(build).ofBuild());
        variables.addAll(Environment.of(strategy));
        return variables;
    }

    private Path dockerfile() {
        return context.resolve("Dockerfile");
    }

    @Override
    public ImageBuild image(String tag) {
        return new ImageBuild(context, dockerfile(), tag, Map.of(), Layering.ONE_LAYER);
    }

    @Override
    public Reason failure() {
        return Reason.GenericBuildFailed;
    }

    @Override
    public String pushStep() {
        return "PushImage";
    }
}
