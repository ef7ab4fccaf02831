package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.s2ioc.print.Ages;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lines about what is built and how, which a build and its build config have in common. */
final class BuildSpec {
    private final JsonNode spec;
    private final JsonNode source;
    private final Outline outline;

    BuildSpec(JsonNode spec, Outline outline) {
        this.spec = spec;
        this.source = spec.path("source");
        this.outline = outline;
    }

    void add() {
        outline.line("");
        outline.field("Strategy", Strategies.nameOf(spec.path("strategy")));
        git();
        dockerfile();
        new Strategies(spec.path("strategy"), outline).add();
        if (spec.path("output").hasNonNull("to")) {
            outline.field("Output to", Strategies.reference(spec.path("output").path("to")));
        }
        binary();
        mounted("Build Secrets", "secrets", "secret");
        mounted("Build ConfigMaps", "configMaps", "configMap");
        images();
        if (!Stream.of("git", "dockerfile", "binary", "images").anyMatch(source::hasNonNull)) {
            outline.field("Empty Source", "no input source provided");
        }
        hook(spec.path("postCommit"));
        outline.optional(
                "Push Secret",
                spec.path("output").path("pushSecret").path("name").asText(""));
        if (spec.hasNonNull("completionDeadlineSeconds")) {
            outline.field(
                    "Fail Build After",
                    Ages.go(Duration.ofSeconds(
                            spec.path("completionDeadlineSeconds").asLong())));
        }
    }

    private void git() {
        JsonNode git = source.path("git");
        if (!git.isObject()) {
            return;
        }
        outline.field("URL", git.path("uri").asText(""));
        outline.optional("Ref", git.path("ref").asText(""));
        outline.optional("ContextDir", source.path("contextDir").asText(""));
        outline.optional(
                "Source Secret", source.path("sourceSecret").path("name").asText(""));
        revision(spec.path("revision"), outline);
    }

    /** The commit, and who wrote and who committed it. */
    static void revision(JsonNode revision, Outline outline) {
        JsonNode git = revision.path("git");
        if (!git.isObject()) {
            return;
        }
        String commit = git.path("commit").asText("");
        outline.field(
                "Commit",
                commit.substring(0, Math.min(7, commit.length())) + " ("
                        + git.path("message").asText("") + ")");
        String author = git.path("author").path("name").asText("");
        String committer = git.path("committer").path("name").asText("");
        if (!author.isEmpty() && !committer.isEmpty()) {
            outline.field("Author/Committer", author.equals(committer) ? author : author + " / " + committer);
        } else {
            outline.optional("Author", author);
            outline.optional("Committer", committer);
        }
    }

    private void dockerfile() {
        if (!source.hasNonNull("dockerfile")) {
            return;
        }
        String text = source.path("dockerfile").asText();
        if (text.isBlank()) {
            outline.field("Dockerfile", "");
            return;
        }
        outline.line("Dockerfile:");
        text.lines().forEach(line -> outline.line("  " + line));
    }

    private void binary() {
        if (source.hasNonNull("binary")) {
            String file = source.path("binary").path("asFile").asText("");
            outline.field("Binary", "provided " + (file.isEmpty() ? "" : "as file \"" + file + "\" ") + "on build");
        }
    }

    private void mounted(String label, String list, String kind) {
        List<String> mounts = new ArrayList<>();
        for (JsonNode mount : source.path(list)) {
            String directory = mount.path("destinationDir").asText("");
            String clean =
                    directory.isEmpty() ? "" : Path.of(directory).normalize().toString();
            String name = mount.path(kind).path("name").asText("");
            mounts.add(clean.isEmpty() ? name : name + "->" + clean);
        }
        if (!mounts.isEmpty()) {
            outline.field(label, String.join(",", mounts));
        }
    }

    private void images() {
        JsonNode images = source.path("images");
        if (images.size() == 1 && images.path(0).path("paths").size() == 1) {
            JsonNode path = images.path(0).path("paths").path(0);
            outline.field(
                    "Image Source",
                    "copies %s from %s to %s"
                            .formatted(
                                    path.path("sourcePath").asText(),
                                    Strategies.name(images.path(0).path("from")),
                                    path.path("destinationDir").asText()));
            return;
        }
        for (JsonNode image : images) {
            outline.field("Image Source", Strategies.name(image.path("from")));
            image.path("paths")
                    .forEach(path -> outline.line(
                            "",
                            "- " + path.path("sourcePath").asText() + " -> "
                                    + path.path("destinationDir").asText()));
        }
    }

    private void hook(JsonNode hook) {
        List<String> words = new ArrayList<>();
        if (hook.hasNonNull("script")) {
            words.addAll(List.of("/bin/sh", "-ic", hook.path("script").asText()));
            if (!hook.path("args").isEmpty()) {
                words.add("/bin/sh");
            }
        } else if (hook.path("command").isEmpty() && !hook.path("args").isEmpty()) {
            words.add("<image-entrypoint>");
        }
        hook.path("command").forEach(word -> words.add(word.asText()));
        hook.path("args").forEach(word -> words.add(word.asText()));
        if (!words.isEmpty()) {
            outline.field(
                    "Post Commit Hook",
                    words.stream()
                            .map(word -> new TextNode(word).toString())
                            .collect(Collectors.joining(", ", "[", "]")));
        }
    }
}
