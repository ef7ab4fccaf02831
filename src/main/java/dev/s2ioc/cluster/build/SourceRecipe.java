package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.engine.Credentials;
import dev.s2ioc.cluster.engine.Directories;
import dev.s2ioc.cluster.engine.Engine;
import dev.s2ioc.cluster.engine.EngineException;
import dev.s2ioc.cluster.engine.ImageBuild;
import dev.s2ioc.cluster.engine.ImageBuild.Layering;
import dev.s2ioc.cluster.engine.ImageBuild.Mount;
import dev.s2ioc.cluster.engine.ImageConfig;
import dev.s2ioc.cluster.engine.PullPolicy;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.s2i.BuilderImage;
import dev.s2ioc.s2i.EnvironmentFile;
import dev.s2ioc.s2i.IgnoreFile;
import dev.s2ioc.s2i.S2iException;
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
    /** Where relative places are meant from when the builder image does not say. */
    private static final String WORKING_DIRECTORY = "/opt/app-root/src";

    private final JsonNode build;
    private final JsonNode strategy;
    private final ProjectInputs inputs;
    private final RegistrySecrets secrets;
    private final BuildOutput log;
    private final Path context;
    private final Path source;

    /** The directory is the recipe's own: it becomes the context of the generated Dockerfile. */
    SourceRecipe(JsonNode build, Path directory, ProjectInputs inputs, RegistrySecrets secrets, BuildOutput log) {
        this.build = build;
        this.strategy = build.path("spec").path("strategy").path("sourceStrategy");
        this.inputs = inputs;
        this.secrets = secrets;
        this.log = log;
        this.context = directory;
        this.source = directory.resolve("upload").resolve("src");
    }

    @Override
    public JsonNode strategy() {
        return strategy;
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
    public void pull(Engine engine, Consumer<String> engineLog, Stages stages)
            throws BuildFailure, EngineException, InterruptedException, IOException {
        String builder = Json.at(strategy, "from", "name");
        boolean forced = strategy.path("forcePull").asBoolean();
        Credentials credentials = secrets.of(strategy.path("pullSecret"), Reason.PullBuilderImageFailed);
        stages.<Void, EngineException>time("PullImages", "PullBaseImage", () -> {
            engine.pull(builder, PullPolicy.forImage(builder, forced), credentials, engineLog);
            return null;
        });
        Optional<String> previous = previous(engine, engineLog, stages);
        log.accept("Generating dockerfile with builder image " + builder);
        Files.writeString(dockerfile(), text(builder, engine.inspect(builder), previous));
    }

    private String text(String builder, ImageConfig config, Optional<String> previous)
            throws BuildFailure, InterruptedException, IOException {
        BuilderImage image = new BuilderImage(config.user(), config.labels(), config.environment());
        List<Variable> environment = environment();
        SourceScripts scripts = new SourceScripts(source, Json.at(strategy, "scripts"), environment);
        String directory = config.workingDirectory();
        try {
            String text = SourceDockerfile.text(new SourceBuild(
                    builder,
                    image,
                    scripts.putInto(context.resolve("upload").resolve("scripts"), image),
                    labels(builder),
                    environment,
                    inputs.stage(context, directory.isEmpty() ? WORKING_DIRECTORY : directory),
                    previous));
            log.detail(4, "Replacing dockerfile with:\n" + text);
            return text;
        } catch (S2iException e) {
            throw new BuildFailure(Reason.GenericBuildFailed, e.getMessage());
        }
    }

    /** The image whose artifacts are taken over, with the login it was pushed with; a first build has none, which is no failure. */
    private Optional<String> previous(Engine engine, Consumer<String> engineLog, Stages stages)
            throws BuildFailure, InterruptedException, IOException {
        String output = Json.at(build, "status", "outputDockerImageReference");
        if (!strategy.path("incremental").asBoolean() || output.isEmpty()) {
            return Optional.empty();
        }
        Credentials credentials =
                secrets.of(build.path("spec").path("output").path("pushSecret"), Reason.MissingPushSecret);
        try {
            stages.<Void, EngineException>time("PullImages", "PullInputImage", () -> {
                engine.pull(output, PullPolicy.ALWAYS, credentials, engineLog);
                return null;
            });
            return Optional.of(output);
        } catch (EngineException e) {
            log.accept("Clean build will be performed because of missing previous image " + output);
            log.detail(5, "Incremental image pull failure: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Map<String, String> labels(String builder) {
        Environment ours = new Environment(build);
        Map<String, String> labels = new LinkedHashMap<>(ours.revisionLabels());
        labels.put("io.openshift.build.source-location", location());
        labels.put("io.openshift.build.image", builder);
        ours.putOutputLabels(labels);
        String scripts = Json.at(strategy, "scripts");
        if (!scripts.isEmpty()) {
            labels.put("io.openshift.s2i.scripts-url", scripts);
        }
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
    public ImageBuild image(String tag, List<Mount> volumes) {
        return new ImageBuild(context, dockerfile(), tag, Map.of(), Layering.ONE_LAYER, volumes);
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
