package dev.s2ioc.cluster.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.Ports;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Follows a Dockerfile instruction by instruction, for the built-in engine; what needs a running container is refused. */
final class ImagePlan {
    /** Where a stage begins. */
    interface Bases {
        JibContainerBuilder open(String reference) throws EngineException, InterruptedException;
    }

    private final ImageBuild build;
    private final Bases bases;
    private final Consumer<String> log;
    private final Variables variables = new Variables();
    private JibContainerBuilder image;
    private String workingDirectory = "/";

    ImagePlan(ImageBuild build, Bases bases, Consumer<String> log) {
        this.build = build;
        this.bases = bases;
        this.log = log;
    }

    JibContainerBuilder follow(Dockerfile file) throws EngineException, InterruptedException {
        if (Files.exists(build.context().resolve(".dockerignore"))) {
            throw new EngineException("the context has a .dockerignore: " + Builtin.ADVICE);
        }
        List<Instruction> steps = file.instructions();
        long stages =
                steps.stream().filter(step -> step.keyword().equals("FROM")).count();
        if (stages != 1) {
            throw new EngineException(
                    "the Dockerfile has " + stages + " stages: " + (stages == 0 ? "it needs a FROM" : Builtin.ADVICE));
        }
        long counted =
                steps.stream().dropWhile(step -> !step.keyword().equals("FROM")).count();
        long number = 0;
        for (Instruction step : steps) {
            String text = step.keyword() + " " + step.arguments();
            if (image != null || step.keyword().equals("FROM")) {
                number++;
                log.accept("STEP " + number + "/" + counted + ": " + text);
            }
            try {
                follow(step);
            } catch (EngineException e) {
                throw new EngineException("building at STEP \"" + text + "\": " + e.getMessage(), e);
            } catch (IOException | IllegalArgumentException e) {
                throw new EngineException("building at STEP \"" + text + "\": " + e.getMessage(), e);
            }
        }
        return image.setFormat(ImageFormat.Docker).setCreationTime(Instant.now());
    }

    private void follow(Instruction step) throws EngineException, InterruptedException, IOException {
        String arguments = step.arguments();
        switch (step.keyword()) {
            case "ARG" -> variables.declare(arguments, build.buildArgs());
            case "FROM" -> from(variables.expand(step.operands().split("\\s+")[0]));
            case "COPY", "ADD" ->
                image.addFileEntriesLayer(CopiedFiles.layer(build.context(), step, variables, workingDirectory));
            case "ENV" ->
                pairs(arguments).forEach(pair -> {
                    variables.set(pair.name(), pair.value());
                    image.addEnvironmentVariable(pair.name(), pair.value());
                });
            case "LABEL" -> pairs(arguments).forEach(pair -> image.addLabel(pair.name(), pair.value()));
            case "USER" -> image.setUser(variables.expand(arguments.strip()));
            case "WORKDIR" -> workIn(variables.expand(arguments.strip()));
            case "CMD" -> image.setProgramArguments(command(arguments));
            case "ENTRYPOINT" -> image.setEntrypoint(command(arguments));
            case "EXPOSE" -> image.setExposedPorts(Ports.parse(words(arguments)));
            case "VOLUME" -> {
                for (String volume : arguments.startsWith("[") ? command(arguments) : words(arguments)) {
                    image.addVolume(AbsoluteUnixPath.get(volume));
                }
            }
            case "MAINTAINER", "STOPSIGNAL" -> throw new EngineException(Builtin.ADVICE);
            default ->
                throw new EngineException(
                        step.keyword().equals("RUN")
                                ? "RUN needs a container engine: " + Builtin.ADVICE
                                : Builtin.ADVICE);
        }
    }

    private void from(String reference) throws EngineException, InterruptedException {
        image = reference.equals("scratch") ? Jib.fromScratch() : bases.open(reference);
    }

    private void workIn(String directory) {
        workingDirectory =
                directory.startsWith("/") ? directory : workingDirectory.replaceFirst("/$", "") + "/" + directory;
        image.setWorkingDirectory(AbsoluteUnixPath.get(workingDirectory));
    }

    private List<String> words(String arguments) {
        return Words.split(arguments).stream().map(variables::expand).toList();
    }

    /** A JSON array as it is; anything else is a shell's command. */
    private static List<String> command(String arguments) throws EngineException {
        if (!arguments.startsWith("[")) {
            return List.of("/bin/sh", "-c", arguments);
        }
        try {
            List<String> words = new ArrayList<>();
            for (JsonNode word : new ObjectMapper().readTree(arguments)) {
                words.add(word.asText());
            }
            return words;
        } catch (IOException e) {
            throw new EngineException("this is no JSON array of strings: " + arguments, e);
        }
    }

    private record Pair(String name, String value) {}

    /** `a=b c="d e"`, or the old form `a rest of the line`. */
    private List<Pair> pairs(String arguments) throws EngineException {
        List<String> words = Words.split(arguments);
        if (words.isEmpty()) {
            throw new EngineException("a name and a value are missing");
        }
        if (!words.getFirst().contains("=")) {
            String[] nameAndRest = arguments.strip().split("\\s+", 2);
            return List.of(new Pair(nameAndRest[0], nameAndRest.length > 1 ? variables.expand(nameAndRest[1]) : ""));
        }
        List<Pair> pairs = new ArrayList<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals <= 0) {
                throw new EngineException("name=value is expected, not " + word);
            }
            pairs.add(new Pair(
                    variables.expand(word.substring(0, equals)), variables.expand(word.substring(equals + 1))));
        }
        return pairs;
    }
}
