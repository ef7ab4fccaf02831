package dev.s2ioc.newapp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What the user can do next with an application that was created. The sentences are oc's. */
public final class ClosingWords {
    private static final String INDENT = "    ";

    private ClosingWords() {}

    /** @param created the objects as the server has stored them */
    public static List<String> of(List<JsonNode> created) {
        List<String> words = new ArrayList<>();
        boolean told = false;
        boolean routed = false;
        for (JsonNode object : created) {
            switch (object.path("kind").asText()) {
                case "BuildConfig" -> words.add(INDENT + build(object));
                case "ImageStream" -> {
                    if (!told
                            && object.at("/status/dockerImageRepository")
                                    .asText("")
                                    .isEmpty()) {
                        told = true;
                        words.add(INDENT + "WARNING: No container image registry has been configured with the server."
                                + " Automatic builds and deployments may not function.");
                    }
                }
                case "Route" -> {
                    routed = true;
                    String host = object.at("/spec/host").asText("");
                    if (!host.isEmpty()) {
                        words.add(INDENT + "Access your application via route '" + host + "' ");
                    }
                }
                default -> {}
            }
        }
        if (!routed) {
            words.addAll(exposing(created));
        }
        words.add(INDENT + "Run 's2ioc status' to view your app.");
        return words;
    }

    private static String build(JsonNode config) {
        String name = config.at("/metadata/name").asText();
        boolean starts = config.at("/spec/triggers")
                .valueStream()
                .anyMatch(trigger -> trigger.path("type").asText().matches("ConfigChange|ImageChange"));
        return starts
                ? "Build scheduled, use 's2ioc logs -f buildconfig/" + name + "' to track its progress."
                : "Use 's2ioc start-build " + name + "' to start a build.";
    }

    private static List<String> exposing(List<JsonNode> created) {
        List<String> words = new ArrayList<>();
        for (JsonNode object : created) {
            if (object.path("kind").asText().equals("Service")) {
                words.add(INDENT + " 's2ioc expose service/"
                        + object.at("/metadata/name").asText() + "' ");
            }
        }
        if (!words.isEmpty()) {
            words.addFirst(INDENT + "Application is not exposed. You can expose services to the outside world by"
                    + " executing one or more of the commands below:");
        }
        return words;
    }
}
