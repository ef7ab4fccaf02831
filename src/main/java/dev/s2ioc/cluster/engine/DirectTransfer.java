package dev.s2ioc.cluster.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The daemon itself speaks with the registry, which it reaches on loopback, and takes there without TLS. */
record DirectTransfer(LocalRegistry registry, DockerCommand docker) implements ImageTransfer {
    private static final Pattern DIGEST = Pattern.compile(".*digest: (sha256:[0-9a-f]{64}).*");

    @Override
    public String name(String reference) {
        return registry.reachable(reference);
    }

    @Override
    public void pull(String reference, Consumer<String> log) throws EngineException, InterruptedException {
        docker.call(List.of("pull", name(reference)), log);
    }

    @Override
    public String push(String target, Consumer<String> log) throws EngineException, InterruptedException {
        return push(docker, name(target), log);
    }

    /** @param docker with logins */
    static String push(DockerCommand docker, String target, Consumer<String> log)
            throws EngineException, InterruptedException {
        List<String> digests = new ArrayList<>();
        docker.call(List.of("push", target), line -> {
            Matcher digest = DIGEST.matcher(line);
            if (digest.matches()) {
                digests.add(digest.group(1));
            }
            log.accept(line);
        });
        if (digests.isEmpty()) {
            throw new EngineException("docker push " + target + " did not say what digest it has pushed");
        }
        return digests.getLast();
    }
}
