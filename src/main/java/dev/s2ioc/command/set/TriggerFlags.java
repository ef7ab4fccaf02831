package dev.s2ioc.command.set;

import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.newapp.WebhookSecret;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The flags that say which trigger is meant; each run is about one. */
public final class TriggerFlags {

    @Option(names = "--from-config", description = "A change of the object itself; of a BuildConfig, its creation.")
    boolean config;

    @Option(
            names = "--from-image",
            paramLabel = "[NAMESPACE/]STREAM:TAG",
            description = "Another image behind this tag of an image stream.")
    String image = "";

    @Option(
            names = {"-c", "--containers"},
            paramLabel = "NAME",
            split = ",",
            description = "With --from-image: the containers that get the image; may be left out if there is only one.")
    List<String> containers = List.of();

    @Option(names = "--from-github", description = "A webhook for GitHub, with a new secret.")
    boolean github;

    @Option(names = "--from-gitlab", description = "A webhook for GitLab, with a new secret.")
    boolean gitlab;

    @Option(names = "--from-bitbucket", description = "A webhook for Bitbucket, with a new secret.")
    boolean bitbucket;

    @Option(names = "--from-webhook", description = "A webhook for anybody who knows its new secret.")
    boolean webhook;

    @Option(
            names = "--from-webhook-allow-env",
            description = "The same, and who calls it may set environment variables of the build.")
    boolean webhookWithEnvironment;

    boolean isAny() {
        return !names().isEmpty();
    }

    /** @throws CommandFailure if more than one is meant, or the image is none of a stream */
    void check() {
        if (names().size() > 1) {
            throw new CommandFailure(
                    "you may only set one trigger type at a time, not " + String.join(" and ", names()));
        }
        if (!containers.isEmpty() && image.isEmpty()) {
            throw new CommandFailure("--containers tells for which containers --from-image is: give both");
        }
        if (image.isEmpty()) {
            return;
        }
        if (image.contains("@") || image.split("/", -1).length > 2) {
            throw new CommandFailure("the value of --from-image must point to an image stream tag on this server");
        }
        if (!image.matches("(?:[^/:]+/)?[^/:]+:[^/:]+")) {
            throw new CommandFailure("the value of --from-image must include the tag you wish to pull from," + " as in "
                    + image.replaceFirst(":$", "") + ":latest");
        }
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        add(config, "--from-config", names);
        add(!image.isEmpty(), "--from-image", names);
        add(github, "--from-github", names);
        add(gitlab, "--from-gitlab", names);
        add(bitbucket, "--from-bitbucket", names);
        add(webhook, "--from-webhook", names);
        add(webhookWithEnvironment, "--from-webhook-allow-env", names);
        return names;
    }

    private static void add(boolean given, String name, List<String> names) {
        if (given) {
            names.add(name);
        }
    }

    /** Adds the trigger that is meant, or makes one that is there fire by itself or not. */
    void addTo(Triggers triggers, String namespace, boolean auto) {
        if (config) {
            triggers.config = auto;
        } else if (!image.isEmpty()) {
            triggers.set(image(namespace, auto));
        } else {
            triggers.addWebhook(webhookType(), new WebhookSecret().get(), webhookWithEnvironment);
        }
    }

    void removeFrom(Triggers triggers, String namespace) {
        if (config) {
            triggers.config = false;
        } else if (!image.isEmpty()) {
            triggers.images.removeIf(image(namespace, true)::isFor);
        } else {
            triggers.removeWebhooks(webhookType());
        }
    }

    private ImageTrigger image(String own, boolean auto) {
        int slash = image.indexOf('/');
        String namespace = slash < 0 ? "" : image.substring(0, slash);
        return new ImageTrigger(
                namespace.equals(own) ? "" : namespace, image.substring(slash + 1), containers, auto, false);
    }

    private String webhookType() {
        if (github) {
            return "GitHub";
        }
        if (gitlab) {
            return "GitLab";
        }
        return bitbucket ? "Bitbucket" : "Generic";
    }
}
