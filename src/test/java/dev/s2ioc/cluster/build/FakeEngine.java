package dev.s2ioc.cluster.build;

import dev.s2ioc.cluster.engine.Credentials;
import dev.s2ioc.cluster.engine.Engine;
import dev.s2ioc.cluster.engine.EngineException;
import dev.s2ioc.cluster.engine.ImageBuild;
import dev.s2ioc.cluster.engine.ImageConfig;
import dev.s2ioc.cluster.engine.PullPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** An engine that builds nothing: it logs what it is asked, and fails or waits as it is told. */
final class FakeEngine implements Engine {
    static final String DIGEST = "sha256:" + "ab".repeat(32);

    final List<String> dockerfiles = Collections.synchronizedList(new ArrayList<>());
    final List<ImageBuild> builds = Collections.synchronizedList(new ArrayList<>());
    final List<String> files = Collections.synchronizedList(new ArrayList<>());
    final Semaphore started = new Semaphore(0);
    final Semaphore mayGoOn = new Semaphore(0);
    volatile boolean waits;
    volatile String buildFailure = "";
    volatile String pullFailure = "";
    volatile int pushFailures;
    volatile boolean pushWaits;
    volatile int runCode;
    volatile byte[] exported = {};
    final List<String> logins = Collections.synchronizedList(new ArrayList<>());
    volatile ImageConfig config = new ImageConfig("", "1001", Map.of(), List.of(), List.of("/entry"), List.of(), "");

    @Override
    public String describe() {
        return "fake";
    }

    @Override
    public void pull(String reference, PullPolicy policy, Credentials credentials, Consumer<String> log)
            throws EngineException {
        log.accept("Trying to pull " + reference + "...");
        note(reference, credentials);
        fail(pullFailure);
    }

    @Override
    public ImageConfig inspect(String image) {
        return config;
    }

    @Override
    public String build(ImageBuild build, Consumer<String> log) throws EngineException, InterruptedException {
        builds.add(build);
        try {
            dockerfiles.add(Files.readString(build.dockerfile()));
            try (var paths = Files.walk(build.context())) {
                paths.filter(Files::isRegularFile)
                        .map(path -> build.context().relativize(path).toString())
                        .sorted()
                        .forEach(files::add);
            }
        } catch (IOException e) {
            throw new EngineException(e.getMessage(), e);
        }
        log.accept("STEP 1/1: FROM x");
        started.release();
        if (waits) {
            mayGoOn.acquire();
        }
        fail(buildFailure);
        log.accept("COMMIT " + build.tag().replaceFirst(":[0-9a-f]{8}$", ":HEX8"));
        return "id";
    }

    @Override
    public String push(String image, String destination, Credentials credentials, Consumer<String> log)
            throws EngineException, InterruptedException {
        if (pushWaits) {
            started.release();
            mayGoOn.acquire();
        }
        if (pushFailures > 0) {
            pushFailures--;
            throw new EngineException("connection refused");
        }
        note(destination, credentials);
        log.accept("Writing manifest to image destination");
        return DIGEST;
    }

    @Override
    public void export(String image, Path tar) throws EngineException {
        try {
            Files.write(tar, exported);
        } catch (IOException e) {
            throw new EngineException(e.getMessage(), e);
        }
    }

    @Override
    public int run(String image, List<String> argv, Map<String, String> environment, Consumer<String> log) {
        log.accept("ran " + argv);
        return runCode;
    }

    @Override
    public void remove(String image) {}

    private void note(String reference, Credentials credentials) throws EngineException {
        if (credentials.directory().isPresent()) {
            try {
                logins.add(reference + " "
                        + Files.readString(credentials.directory().get().resolve("config.json")));
            } catch (IOException e) {
                throw new EngineException(e.getMessage(), e);
            }
        }
    }

    private static void fail(String message) throws EngineException {
        if (!message.isEmpty()) {
            throw new EngineException(message);
        }
    }
}
