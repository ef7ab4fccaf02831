package dev.s2ioc.cluster.build;

import dev.s2ioc.cluster.engine.Directories;
import dev.s2ioc.s2i.BuilderImage;
import dev.s2ioc.s2i.S2iException;
import dev.s2ioc.s2i.Scripts;
import dev.s2ioc.s2i.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Brings together the scripts of a source build that are not in its builder image. */
final class SourceScripts {
    private final Path source;
    private final String url;
    private final List<Variable> environment;

    /** The URL is the strategy's and may be empty. */
    SourceScripts(Path source, String url, List<Variable> environment) {
        this.source = source;
        this.url = url;
        this.environment = environment;
    }

    /** From the least to the most wanted, so that the latter replace the former: the image's URL, the source, the strategy's URL. */
    Scripts putInto(Path directory, BuilderImage image)
            throws BuildFailure, InterruptedException, IOException, S2iException {
        Files.createDirectories(directory);
        Set<String> fetched = new TreeSet<>();
        if (!Scripts.isInImage(url)) {
            if (!Scripts.isInImage(image.scriptsUrl())) {
                fetched.addAll(fetch(image.scriptsUrl(), directory));
            }
            copyFromSource(directory);
            if (!url.isEmpty()) {
                fetched.addAll(fetch(url, directory));
            }
        }
        Scripts scripts = Scripts.find(image, url, source, fetched);
        for (String name : scripts.overridden()) {
            directory.resolve(name).toFile().setExecutable(true, false);
        }
        return scripts;
    }

    private Set<String> fetch(String from, Path directory) throws BuildFailure, InterruptedException {
        return new FetchedScripts(from, environment).into(directory);
    }

    private void copyFromSource(Path directory) throws IOException, S2iException {
        for (String name : Scripts.NAMES) {
            Path script = source.resolve(".s2i/bin").resolve(name);
            if (Files.isRegularFile(script)) {
                Optional<Path> real = Directories.within(source, ".s2i/bin/" + name);
                Files.copy(
                        real.orElseThrow(
                                () -> new S2iException(".s2i/bin/" + name + " is a link that leads out of the source")),
                        directory.resolve(name),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
