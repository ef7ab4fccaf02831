package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.DeploymentConfigs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Describes a DeploymentConfig: what it runs, what starts a deployment, and the latest ones. */
final class DeploymentConfigDescriber implements Describer {
    private static final int MOST_DEPLOYMENTS = 3;

    private final Viewpoint viewpoint;

    DeploymentConfigDescriber(Viewpoint viewpoint) {
        this.viewpoint = viewpoint;
    }

    @Override
    public String describe(JsonNode config) {
        Outline outline = Outline.openShift();
        Header.openShift(config, viewpoint, outline);
        String latest = config.path("status").path("latestVersion").asText("0");
        outline.line("Latest Version:", latest.equals("0") ? "Not deployed" : latest);
        spec(config.path("spec"), outline);
        outline.line("");
        deployments(config, outline);
        if (viewpoint.showEvents()) {
            outline.line("");
            new Events(viewpoint).add(List.of(config), outline);
        }
        return outline.toString();
    }

    private static void spec(JsonNode spec, Outline outline) {
        outline.line("Selector:", SelectorText.ofLabels(spec.path("selector")));
        outline.line(
                "Replicas:",
                spec.path("replicas").asText("0")
                        + (spec.path("test").asBoolean() ? " (test, will be scaled down between deployments)" : ""));
        if (spec.path("paused").asBoolean()) {
            outline.line("Paused:", "yes");
        }
        outline.field("Triggers", triggers(spec.path("triggers")));
        outline.field("Strategy", spec.path("strategy").path("type").asText(""));
        DeploymentStrategies.add(spec.path("strategy"), outline);
        if (spec.path("minReadySeconds").asInt() > 0) {
            outline.line("MinReadySeconds:", spec.path("minReadySeconds").asText());
        }
        outline.line("Template:");
        PodTemplateDescriber.add(spec.path("template"), outline);
    }

    private static String triggers(JsonNode triggers) {
        List<String> words = new ArrayList<>();
        for (JsonNode trigger : triggers) {
            JsonNode image = trigger.path("imageChangeParams");
            String from = image.path("from").path("name").asText("");
            if (trigger.path("type").asText().equals("ConfigChange")) {
                words.add("Config");
            } else if (!from.isEmpty()) {
                words.add("Image(" + from.replaceFirst(":", "@") + ", auto="
                        + image.path("automatic").asBoolean() + ")");
            }
        }
        return String.join(", ", words);
    }

    private void deployments(JsonNode config, Outline outline) {
        List<JsonNode> deployments;
        try {
            JsonNode metadata = config.path("metadata");
            deployments = new DeploymentConfigs(
                            viewpoint.session(), metadata.path("namespace").asText(""))
                    .deployments(metadata.path("name").asText());
        } catch (ApiException e) {
            // Who may not see replication controllers may still see the config.
            outline.line("Latest Deployment:", "<unknown> (" + e.getMessage() + ")");
            return;
        }
        long newest = config.path("status").path("latestVersion").asLong();
        Optional<JsonNode> latest = deployments.stream()
                .filter(one -> DeploymentConfigs.version(one) == newest)
                .findFirst();
        if (latest.isEmpty()) {
            outline.line("Latest Deployment:", "<none>");
            return;
        }
        Optional<JsonNode> active = deployments.stream()
                .filter(one -> DeploymentConfigs.phase(one).equals("Complete"))
                .findFirst();
        deployment(latest.get(), " (latest)", deployments.size() == 1 || active.equals(latest), outline);
        deployments.stream()
                .filter(one -> one != latest.get())
                .limit(MOST_DEPLOYMENTS - 1)
                .forEach(one -> deployment(one, "", active.equals(Optional.of(one)), outline));
    }

    private void deployment(JsonNode deployment, String mark, boolean whole, Outline outline) {
        JsonNode metadata = deployment.path("metadata");
        JsonNode spec = deployment.path("spec");
        outline.line("Deployment #" + DeploymentConfigs.version(deployment) + mark + ":");
        if (whole) {
            outline.line("", "Name:", metadata.path("name").asText());
        }
        outline.line("", "Created:", viewpoint.ago(metadata.path("creationTimestamp")));
        outline.line("", "Status:", DeploymentConfigs.phase(deployment));
        outline.line(
                "",
                "Replicas:",
                deployment.path("status").path("replicas").asText("0") + " current / "
                        + spec.path("replicas").asText("0") + " desired");
        if (whole) {
            outline.line("", "Selector:", SelectorText.ofLabels(spec.path("selector")));
            outline.line("", "Labels:", SelectorText.ofLabels(metadata.path("labels")));
            outline.line("", "Pods Status:", new PodCounts(viewpoint).of(deployment));
        }
    }
}
