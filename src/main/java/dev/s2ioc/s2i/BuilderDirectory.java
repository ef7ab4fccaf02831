package dev.s2ioc.s2i;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks the directory that a builder image is made of, before it is built. */
public final class BuilderDirectory {
    private static final String DOCKERFILE = "Dockerfile";
    private static final List<String> REQUIRED = List.of("assemble", "run");

    private final Path directory;

    public BuilderDirectory(Path directory) {
        this.directory = directory;
    }

    public List<Finding> check() throws IOException {
        Path file = directory.resolve(DOCKERFILE);
        if (!Files.isRegularFile(file)) {
            return List.of(Finding.error("dockerfile", DOCKERFILE, "missing; 's2ioc s2i create NAME DIR' writes one"));
        }
        BuilderDockerfile dockerfile = new BuilderDockerfile(Files.readString(file));
        BuilderImage image = new BuilderImage(dockerfile.user(), dockerfile.labels(), List.of());
        List<Finding> findings = new ArrayList<>(BuilderLabels.check(image, dockerfile.ports(), false, DOCKERFILE));
        if (image.scriptsUrl().startsWith("image://")) {
            scripts(
                    dockerfile,
                    image.scriptsUrl().substring("image://".length()).replaceAll("/+$", ""),
                    findings);
        }
        return findings;
    }

    private void scripts(BuilderDockerfile dockerfile, String inImage, List<Finding> findings) throws IOException {
        for (String name : Scripts.NAMES) {
            Optional<String> source = dockerfile.sourceOf(inImage, name);
            if (source.isEmpty()) {
                if (REQUIRED.contains(name)) {
                    findings.add(Finding.warning(
                            "script",
                            DOCKERFILE,
                            "nothing is copied to " + inImage + "/" + name
                                    + ": builds fail unless the base image has it"));
                }
            } else if (Files.isRegularFile(directory.resolve(source.get()))) {
                findings.addAll(
                        ScriptFile.check(directory.resolve(source.get()), source.get(), !dockerfile.changesModes()));
            } else if (REQUIRED.contains(name)) {
                findings.add(Finding.error("script", source.get(), "missing, but every build runs it"));
            }
        }
    }
}
