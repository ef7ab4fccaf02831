package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.s2ioc.print.Ages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The lines about a pod's containers. */
final class PodContainers {
    private final Outline outline;
    private final String indent;
    private final String nameIndent;

    PodContainers(Outline outline) {
        this(outline, "", "  ");
    }

    /** For the containers of a pod template, whose title and names stand further to the right; all else does not. */
    static PodContainers inTemplate(Outline outline) {
        return new PodContainers(outline, "  ", "   ");
    }

    private PodContainers(Outline outline, String indent, String nameIndent) {
        this.outline = outline;
        this.indent = indent;
        this.nameIndent = nameIndent;
    }

    void add(String title, JsonNode containers, JsonNode statuses) {
        if (containers.isEmpty()) {
            return;
        }
        outline.line(indent + title + ":");
        for (JsonNode container : containers) {
            String name = container.path("name").asText();
            JsonNode status = statuses.valueStream()
                    .filter(one -> one.path("name").asText().equals(name))
                    .findFirst()
                    .orElse(MissingNode.getInstance());
            outline.line(nameIndent + name + ":");
            image(container, status);
            words("Command", container.path("command"));
            words("Args", container.path("args"));
            if (status.isObject()) {
                state("State", status.path("state"));
                if (status.path("lastState").hasNonNull("terminated")) {
                    state("Last State", status.path("lastState"));
                }
                outline.line("    Ready:", status.path("ready").asBoolean() ? "True" : "False");
                outline.line("    Restart Count:", status.path("restartCount").asText("0"));
            }
            amounts("Limits", container.path("resources").path("limits"));
            amounts("Requests", container.path("resources").path("requests"));
            Probes.add(container, outline);
            new PodEnvironment(outline).add(container);
            mounts(container.path("volumeMounts"));
            devices(container.path("volumeDevices"));
        }
    }

    private void image(JsonNode container, JsonNode status) {
        if (status.isObject()) {
            outline.line("    Container ID:", status.path("containerID").asText(""));
        }
        outline.line("    Image:", container.path("image").asText(""));
        if (status.isObject()) {
            outline.line("    Image ID:", status.path("imageID").asText(""));
        }
        List<String> ports = new ArrayList<>();
        List<String> hostPorts = new ArrayList<>();
        for (JsonNode port : container.path("ports")) {
            String protocol = port.path("protocol").asText("TCP");
            String name = port.path("name").asText("");
            String named = protocol + (name.isEmpty() ? "" : " (" + name + ")");
            ports.add(port.path("containerPort").asText() + "/" + named);
            hostPorts.add(port.path("hostPort").asText("0") + "/" + named);
        }
        String plural = ports.size() > 1 ? "s" : "";
        outline.line("    Port" + plural + ":", ports.isEmpty() ? "<none>" : String.join(", ", ports));
        outline.line("    Host Port" + plural + ":", ports.isEmpty() ? "<none>" : String.join(", ", hostPorts));
        JsonNode seccomp = container.path("securityContext").path("seccompProfile");
        outline.optional("    SeccompProfile", seccomp.path("type").asText(""));
        outline.optional(
                "      LocalhostProfile", seccomp.path("localhostProfile").asText(""));
    }

    private void words(String label, JsonNode words) {
        if (words.isEmpty()) {
            return;
        }
        outline.line("    " + label + ":");
        for (JsonNode word : words) {
            word.asText().lines().forEach(line -> outline.line("      " + line));
        }
    }

    private void state(String label, JsonNode state) {
        if (state.hasNonNull("running")) {
            outline.line("    " + label + ":", "Running");
            time("Started", state.path("running").path("startedAt"));
        } else if (state.hasNonNull("terminated")) {
            JsonNode terminated = state.path("terminated");
            outline.line("    " + label + ":", "Terminated");
            detail("Reason", terminated.path("reason"));
            detail("Message", terminated.path("message"));
            outline.line("      Exit Code:", terminated.path("exitCode").asText("0"));
            detail("Signal", terminated.path("signal"));
            time("Started", terminated.path("startedAt"));
            time("Finished", terminated.path("finishedAt"));
        } else {
            outline.line("    " + label + ":", "Waiting");
            detail("Reason", state.path("waiting").path("reason"));
        }
    }

    private void detail(String label, JsonNode value) {
        String text = value.asText("");
        if (!text.isEmpty() && !text.equals("0")) {
            outline.line("      " + label + ":", text);
        }
    }

    private void time(String label, JsonNode time) {
        Ages.instant(time.asText(""))
                .ifPresent(then -> outline.line("      " + label + ":", PodDescriber.RFC_1123_WITH_ZONE.format(then)));
    }

    private void amounts(String label, JsonNode amounts) {
        if (amounts.isEmpty()) {
            return;
        }
        outline.line("    " + label + ":");
        for (Map.Entry<String, String> amount : Outline.sorted(amounts).entrySet()) {
            outline.line("      " + amount.getKey() + ":", amount.getValue());
        }
    }

    private void mounts(JsonNode mounts) {
        if (mounts.isEmpty()) {
            outline.line("    Mounts:", "<none>");
            return;
        }
        outline.line("    Mounts:");
        List<JsonNode> sorted = new ArrayList<>();
        mounts.forEach(sorted::add);
        sorted.sort(Comparator.comparing(mount -> mount.path("mountPath").asText()));
        for (JsonNode mount : sorted) {
            List<String> flags = new ArrayList<>();
            flags.add(mount.path("readOnly").asBoolean() ? "ro" : "rw");
            if (mount.hasNonNull("subPath")) {
                flags.add("path=\"" + mount.path("subPath").asText() + "\"");
            }
            outline.line("      %s from %s (%s)"
                    .formatted(
                            mount.path("mountPath").asText(), mount.path("name").asText(), String.join(",", flags)));
        }
    }

    private void devices(JsonNode devices) {
        if (!devices.isEmpty()) {
            outline.line("    Devices:");
            devices.forEach(
                    device -> outline.line("      " + device.path("devicePath").asText() + " from "
                            + device.path("name").asText()));
        }
    }
}
