package dev.s2ioc.command.s2i;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.newapp.NamedImage;
import dev.s2ioc.s2i.BuilderImage;
import dev.s2ioc.s2i.EnvironmentFile;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the Dockerfile by which a source build with a builder is done. */
@Command(
        name = "generate",
        description = "Print or write the Dockerfile by which a builder builds sources.",
        footer = {
            "",
            "Examples:",
            "  # Look at it",
            "  s2ioc s2i generate s2i-simple-builder",
            "",
            "  # Build by it elsewhere: the source goes to upload/src, its own scripts to upload/scripts",
            "  s2ioc s2i generate s2i-simple-builder Dockerfile --source=./app -e DEBUG=1"
        })
public final class GenerateCommand implements Action {

    @Parameters(index = "0", paramLabel = "BUILDER", description = "The builder: an image stream, or an image.")
    String builder;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "FILE",
            description = "The file to write, instead of standard output.")
    String file;

    @Option(
            names = {"-e", "--env"},
            paramLabel = "NAME=VALUE",
            description = "A variable of the build and of the image; may be repeated.")
    List<String> variables = new ArrayList<>();

    @Option(
            names = {"-E", "--environment-file"},
            paramLabel = "FILE",
            description = "A file with such variables, one a line.")
    String environmentFile;

    @Option(
            names = "--scripts-url",
            paramLabel = "URL",
            description = "Take the scripts from there in the image: image:///DIRECTORY.")
    String scriptsUrl = "";

    @Option(
            names = "--assemble-user",
            paramLabel = "USER",
            description = "Who runs assemble, instead of the image's user.")
    String assembleUser;

    @Option(
            names = "--source",
            paramLabel = "DIR",
            description = "A source whose .s2i/bin and .s2i/environment are to count.")
    String source;

    @Option(
            names = "--previous-image",
            paramLabel = "IMAGE",
            description = "Take over the artifacts of this image, as an incremental build does.")
    String previousImage;

    private final CommandContext context;

    public GenerateCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException {
        Path directory = source == null ? null : context.surroundings().resolve(source);
        if (directory != null && !Files.isDirectory(directory)) {
            throw new CommandFailure("--source: \"" + source + "\" is not a directory");
        }
        List<Variable> environment = environment(directory);
        NamedImage found = NamedImage.find(builder, context.session(), "s2i generate");
        String text = text(found, directory, environment);
        if (file == null) {
            context.streams().out().print(text);
            return;
        }
        Files.writeString(context.surroundings().resolve(file), text);
        context.streams().err().println("Written: " + file + ". It expects the source in upload/src beside it.");
    }

    private String text(NamedImage found, Path directory, List<Variable> environment) {
        BuilderImage image = as(found.image());
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("io.openshift.s2i.build.image", found.reference());
        try {
            Scripts scripts = directory == null
                    ? Scripts.withoutSource(image, scriptsUrl)
                    : Scripts.find(image, scriptsUrl, directory);
            return SourceDockerfile.text(new SourceBuild(
                    found.reference(),
                    image,
                    scripts,
                    labels,
                    environment,
                    List.of(),
                    Optional.ofNullable(previousImage)));
        } catch (S2iException e) {
            throw new CommandFailure(e.getMessage(), e);
        }
    }

    private BuilderImage as(BuilderImage image) {
        if (assembleUser == null) {
            return image;
        }
        Map<String, String> labels = new LinkedHashMap<>(image.labels());
        labels.put("io.openshift.s2i.assemble-user", assembleUser);
        return new BuilderImage(image.user(), labels, image.environment());
    }

    private List<Variable> environment(Path directory) throws IOException {
        List<Variable> all = new ArrayList<>();
        if (directory != null && Files.isRegularFile(directory.resolve(EnvironmentFile.PATH))) {
            all.addAll(EnvironmentFile.parse(Files.readString(directory.resolve(EnvironmentFile.PATH))));
        }
        if (environmentFile != null) {
            all.addAll(EnvironmentFile.parse(
                    Files.readString(context.surroundings().resolve(environmentFile))));
        }
        for (String pair : variables) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new CommandFailure("--env must be NAME=VALUE, but is \"" + pair + "\"");
            }
            all.add(new Variable(pair.substring(0, equals), pair.substring(equals + 1)));
        }
        return all;
    }
}
