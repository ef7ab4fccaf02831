package dev.s2ioc.cluster.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Says what a test's container is like, from the plainest one on. */
final class Spec {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String image;
    private final List<String> argv;
    private final Map<String, String> environment = new LinkedHashMap<>(Map.of("PATH", "/bin"));
    private final List<Integer> groups = new ArrayList<>();
    private final List<ContainerSpec.Mount> mounts = new ArrayList<>();
    private String workingDirectory = "/";
    private String user = "";
    private boolean readOnlyRoot;
    private boolean stdin;
    private boolean terminal;
    private Optional<Long> memory = Optional.empty();
    private Optional<Long> cpu = Optional.empty();

    private Spec(String image, List<String> argv) {
        this.image = image;
        this.argv = argv;
    }

    static Spec of(String image, String... argv) {
        return new Spec(image, List.of(argv));
    }

    Spec env(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Spec in(String directory) {
        workingDirectory = directory;
        return this;
    }

    Spec as(String name, Integer... more) {
        user = name;
        groups.addAll(List.of(more));
        return this;
    }

    Spec with(ContainerSpec.Mount mount) {
        mounts.add(mount);
        return this;
    }

    Spec readOnly() {
        readOnlyRoot = true;
        return this;
    }

    Spec reading() {
        stdin = true;
        return this;
    }

    Spec onTerminal() {
        terminal = true;
        return this;
    }

    Spec limited(Optional<Long> bytes, Optional<Long> thousandths) {
        memory = bytes;
        cpu = thousandths;
        return this;
    }

    ContainerSpec spec() {
        return new ContainerSpec(
                "c-" + COUNT.incrementAndGet(),
                image,
                argv,
                environment,
                workingDirectory,
                user,
                groups,
                readOnlyRoot,
                stdin,
                terminal,
                mounts,
                memory,
                cpu);
    }
}
