package dev.s2ioc.cluster.pod;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.engine.Credentials;
import dev.s2ioc.cluster.engine.Engine;
import dev.s2ioc.cluster.engine.EngineException;
import dev.s2ioc.cluster.engine.ImageConfig;
import dev.s2ioc.cluster.engine.PullPolicy;
import dev.s2ioc.cluster.image.DockerConfig;
import dev.s2ioc.cluster.kind.ProjectData;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Makes the image of a container present; where that fails it is tried again, later each time. */
final class Images {
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final String NAME =
            "[a-z0-9]([a-z0-9._-]*)(:[0-9]+)?(/[a-z0-9]([a-z0-9._-]*))*(:[\\w][\\w.-]{0,127})?(@sha256:[0-9a-f]{64})?";

    private final KubeletSettings settings;
    private final PodEvents events;
    private final Path directory;
    private final ProjectData data;

    Images(KubeletSettings settings, PodEvents events, Path directory, ProjectData data) {
        this.settings = settings;
        this.events = events;
        this.directory = directory;
        this.data = data;
    }

    /** Waits as long as it takes, telling so. */
    ImageConfig ensure(JsonNode container, ContainerState state, Runnable changed)
            throws InterruptedException, EngineException {
        String image = Json.at(container, "image");
        Duration pause = FIRST;
        while (true) {
            Failure failure = tried(container, image);
            if (failure.config() != null) {
                return failure.config();
            }
            events.warning("Failed", failure.event());
            events.warning("Failed", "Error: " + failure.reason());
            state.waitAgain(failure.reason(), failure.event());
            changed.run();
            if (failure.reason().equals("ErrImagePull")) {
                settings.patience().sleep(Duration.ofSeconds(1));
                String back = "Back-off pulling image \"" + image + "\"";
                events.normal("BackOff", back);
                events.warning("Failed", "Error: ImagePullBackOff");
                state.waitAgain("ImagePullBackOff", back + ": ErrImagePull: " + failure.message());
                changed.run();
            }
            settings.patience().sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : pause.multipliedBy(2);
        }
    }

    private Failure tried(JsonNode container, String image) throws InterruptedException, EngineException {
        if (!image.matches(NAME)) {
            String why = "couldn't parse image name \"" + image + "\": invalid reference format";
            return new Failure(
                    null, "InvalidImageName", "Failed to apply default image tag \"" + image + "\": " + why, why);
        }
        String policy = Json.at(container, "imagePullPolicy");
        Engine engine = settings.engines().engine();
        Optional<ImageConfig> present = present(engine, image);
        if (present.isPresent() && !policy.equals("Always")) {
            events.normal("Pulled", "Container image \"" + image + "\" already present on machine");
            return new Failure(present.get(), "", "", "");
        }
        if (policy.equals("Never")) {
            String why = "Container image \"" + image + "\" is not present with pull policy of Never";
            return new Failure(null, "ErrImageNeverPull", why, why);
        }
        try {
            events.normal("Pulling", "Pulling image \"" + image + "\"");
            long begin = System.nanoTime();
            engine.pull(
                    image, policy.equals("Always") ? PullPolicy.ALWAYS : PullPolicy.MISSING, credentials(), line -> {});
            String took = written(Duration.ofNanos(System.nanoTime() - begin));
            events.normal(
                    "Pulled",
                    "Successfully pulled image \"" + image + "\" in " + took + " (" + took + " including waiting)");
            return new Failure(engine.inspect(image), "", "", "");
        } catch (EngineException | IOException e) {
            return new Failure(
                    null, "ErrImagePull", "Failed to pull image \"" + image + "\": " + e.getMessage(), e.getMessage());
        }
    }

    /** As Go writes times to the millisecond: {@code 230ms}, {@code 1.05s}, {@code 1m2.5s}. */
    static String written(Duration time) {
        if (time.toSeconds() < 1) {
            return time.toMillis() + "ms";
        }
        BigDecimal seconds = BigDecimal.valueOf(time.toMillis() % 60_000, 3).stripTrailingZeros();
        return (time.toMinutes() > 0 ? time.toMinutes() + "m" : "") + seconds.toPlainString() + "s";
    }

    private static Optional<ImageConfig> present(Engine engine, String image) throws InterruptedException {
        try {
            return Optional.of(engine.inspect(image));
        } catch (EngineException e) {
            return Optional.empty();
        }
    }

    /** All that the pod's pull secrets open; one that is not there opens nothing, as with the kubelet. */
    private Credentials credentials() throws IOException {
        Optional<DockerConfig> all = Optional.empty();
        for (JsonNode reference : events.pod().path("spec").path("imagePullSecrets")) {
            Optional<Map<String, byte[]>> secret = data.secret(Json.at(reference, "name"));
            if (secret.isPresent()) {
                Optional<DockerConfig> more = DockerConfig.of(secret.get());
                Optional<DockerConfig> before = all;
                all = more.map(config -> before.map(config::and).orElse(config)).or(() -> before);
            }
        }
        if (all.isEmpty()) {
            return Credentials.NONE;
        }
        Path place = Files.createDirectories(directory.resolve("pull"));
        Files.writeString(place.resolve("config.json"), all.get().text());
        return Credentials.in(place);
    }

    /** Or success, with the image. */
    private record Failure(ImageConfig config, String reason, String event, String message) {}
}
