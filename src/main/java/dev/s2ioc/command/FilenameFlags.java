package dev.s2ioc.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The flags of commands that take objects from files. */
public final class FilenameFlags {

    @Option(
            names = {"-f", "--filename"},
            paramLabel = "FILE",
            split = ",",
            description = "File, directory or URL with the objects, - for standard input; may be repeated.")
    List<String> files = List.of();

    @Option(
            names = {"-k", "--kustomize"},
            paramLabel = "DIR",
            description = "Directory with a kustomization; it is run by the kustomize or kubectl on the PATH.")
    String kustomization = "";

    @Option(
            names = {"-R", "--recursive"},
            description = "Read the directories below the directory given with -f too.")
    boolean recursive;

    @Spec(Spec.Target.MIXEE)
    CommandSpec command;

    /** The flags of a command that reads directories with all that is below them, unless told otherwise. */
    public static FilenameFlags recursing() {
        FilenameFlags flags = new FilenameFlags();
        flags.recursive = true;
        return flags;
    }

    /** Whether the user named any file. */
    public boolean areSet() {
        if (!kustomization.isEmpty() && (recursive || !files.isEmpty())) {
            throw new CommandFailure("the -k flag can't be used with -f or -R");
        }
        return !files.isEmpty() || !kustomization.isEmpty();
    }

    /** @throws CommandFailure if there are words too that name objects */
    public void requireNoWords(List<String> words) {
        if (!words.isEmpty()) {
            throw new CommandFailure("when paths, URLs, or stdin is provided as input, you may not specify resource"
                    + " arguments as well");
        }
    }

    /** The files hold no object, or none with the labels of a selector. */
    CommandFailure nothing(String labels) {
        String names = kustomization.isEmpty() ? String.join(", ", files) : kustomization;
        // Flags within flags are not told whose they are.
        String whom = command.name().startsWith("<") ? "the command" : command.name();
        return new CommandFailure("no objects passed to " + whom + ": "
                + (names.equals("-") ? "standard input" : names) + " holds none"
                + (labels.isEmpty() ? "" : " with labels " + labels));
    }

    /**
     * The one object of the files.
     *
     * @throws CommandFailure if there are several, or none
     */
    public ObjectNode single(CommandContext context) throws IOException, InterruptedException {
        List<Manifest> manifests = areSet() ? read(context) : List.of();
        if (manifests.size() != 1) {
            throw new CommandFailure("--raw takes a path that begins with a slash, and one object in one file by -f");
        }
        return manifests.getFirst().object();
    }

    /** All objects of the files, in their order. */
    public List<Manifest> read(CommandContext context) throws IOException, InterruptedException {
        List<Manifest> manifests = new ArrayList<>();
        if (!kustomization.isEmpty()) {
            manifests.addAll(Manifest.parse(kustomization, Kustomize.build(kustomization, context)));
        }
        for (String file : files) {
            if (file.equals("-")) {
                InputStream in = context.streams().in();
                manifests.addAll(Manifest.parse("STDIN", new String(in.readAllBytes(), StandardCharsets.UTF_8)));
            } else if (file.startsWith("http://") || file.startsWith("https://")) {
                manifests.addAll(Manifest.parse(file, download(file)));
            } else {
                Path named = context.surroundings().resolve(file);
                for (Path path : paths(file, named)) {
                    manifests.addAll(Manifest.parse(asTyped(file, named, path), Files.readString(path)));
                }
            }
        }
        return manifests;
    }

    private static String asTyped(String typed, Path named, Path found) {
        return named.equals(found)
                ? typed
                : Path.of(typed).resolve(named.relativize(found)).toString();
    }

    private List<Path> paths(String named, Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new CommandFailure("the path \"" + named + "\" does not exist", new NoSuchFileException(named));
        }
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> found = Files.walk(path, recursive ? Integer.MAX_VALUE : 1)) {
            List<Path> files = found.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(json|yaml|yml)"))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new CommandFailure(
                        "error reading [" + named + "]: recognized file extensions are [.json .yaml .yml]");
            }
            return files;
        }
    }

    private static String download(String url) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            HttpResponse<String> answer =
                    http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new CommandFailure("unable to read URL \"" + url + "\", server reported " + answer.statusCode());
            }
            return answer.body();
        }
    }
}
