package dev.s2ioc.command.set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sets the secrets with which a build reads its source, pulls and pushes. */
@Command(
        name = "build-secret",
        description = "Set or remove the secrets with which builds read their source, pull and push.",
        footer = {
            "",
            "Examples:",
            "  # Push with a secret",
            "  s2ioc set build-secret --push bc/hello my-registry",
            "",
            "  # Clone with a secret, in all BuildConfigs",
            "  s2ioc set build-secret --source bc --all my-git",
            "",
            "  # Pull without one again",
            "  s2ioc set build-secret --pull bc/hello --remove"
        })
public final class BuildSecretCommand implements Action {

    @Parameters(
            arity = "0..*",
            paramLabel = "bc/NAME SECRET",
            description = "The BuildConfigs, then the secret's name; no secret with --remove.")
    List<String> words = List.of();

    @Option(names = "--source", description = "The secret for reading the source, as from a Git repository.")
    boolean source;

    @Option(names = "--push", description = "The secret for pushing the image.")
    boolean push;

    @Option(names = "--pull", description = "The secret for pulling the image that the build starts from.")
    boolean pull;

    @Option(names = "--remove", description = "Build without that secret.")
    boolean remove;

    @Mixin
    SetFlags flags = new SetFlags();

    private final CommandContext context;

    BuildSecretCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        if (Stream.of(source, push, pull).filter(set -> set).count() != 1) {
            throw new CommandFailure("specify the type of secret to set (--push, --pull, or --source)");
        }
        if (!remove && words.size() < (flags.files.areSet() ? 1 : 2)) {
            throw new CommandFailure("specify a secret to set");
        }
        String secret = remove ? "" : secret(words.getLast());
        List<String> subjects = remove ? words : words.subList(0, words.size() - 1);
        new Changes(context, flags, "secret updated").make(subjects, subject -> {
            subject.requireBuildConfig("a build secret");
            set(subject, secret);
        });
    }

    private static String secret(String word) {
        String[] parts = word.split("/", -1);
        boolean typed = parts.length == 2 && parts[0].matches("secrets?");
        if (parts.length > 1 && !typed || parts[parts.length - 1].isEmpty()) {
            throw new CommandFailure("\"" + word + "\" is not the name of a secret; specify a secret to set");
        }
        return parts[parts.length - 1];
    }

    private void set(Subject config, String secret) {
        if (pull) {
            set(config.strategy(), "pullSecret", secret);
        } else if (push) {
            set(config.spec().withObject("/output"), "pushSecret", secret);
        } else {
            set(config.spec().withObject("/source"), "sourceSecret", secret);
        }
    }

    private static void set(ObjectNode parent, String field, String secret) {
        if (secret.isEmpty()) {
            parent.remove(field);
        } else {
            parent.putObject(field).put("name", secret);
        }
    }
}
