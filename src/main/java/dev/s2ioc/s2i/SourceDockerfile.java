package dev.s2ioc.s2i;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The Dockerfile that does a source build, as OpenShift's builder writes it. It expects the source in `upload/src` and scripts that the
 * source brings along in `upload/scripts`.
 */
public final class SourceDockerfile {
    private static final String ARTIFACTS = "/tmp/artifacts.tar";

    private final SourceBuild build;
    private final String user;
    private final String destination;
    private final StringBuilder text = new StringBuilder();

    private SourceDockerfile(SourceBuild build) {
        this.build = build;
        this.user = build.image().assembleUser();
        this.destination = build.image().destination();
    }

    public static String text(SourceBuild build) throws S2iException {
        SourceDockerfile file = new SourceDockerfile(build);
        file.saveArtifacts();
        file.describe();
        file.copy();
        file.assemble();
        return file.text.toString();
    }

    private void saveArtifacts() {
        build.previous().ifPresent(image -> {
            String script = build.scripts().path("save-artifacts");
            line("FROM " + image + " as cached");
            if (build.scripts().overridden().contains("save-artifacts")) {
                line("USER root");
                line("COPY upload/scripts/save-artifacts " + script);
                line("RUN chown " + user + ":0 " + script);
            }
            line("USER " + user);
            line("RUN if [ -s " + script + " ]; then " + script + " > " + ARTIFACTS + "; else touch " + ARTIFACTS
                    + "; fi");
        });
    }

    private void describe() throws S2iException {
        line("FROM " + build.builder());
        List<String> labels = new ArrayList<>();
        for (Map.Entry<String, String> label : build.labels().entrySet()) {
            labels.add(DockerfileText.quoted(label.getKey()) + "=" + DockerfileText.quoted(label.getValue()));
        }
        list("LABEL ", labels);
        List<String> variables = new ArrayList<>();
        for (Variable variable : build.environment()) {
            variables.add(variable.name() + "=" + DockerfileText.quoted(variable.value()));
        }
        list("ENV ", variables);
    }

    private void copy() {
        List<String> copied = new ArrayList<>();
        line("USER root");
        if (build.previous().isPresent()) {
            line("COPY --from=cached " + ARTIFACTS + " " + ARTIFACTS);
            copied.add(ARTIFACTS);
        }
        if (!build.scripts().overridden().isEmpty()) {
            line("COPY upload/scripts " + destination + "/scripts");
            copied.add(destination + "/scripts");
        }
        line("COPY upload/src " + destination + "/src");
        copied.add(destination + "/src");
        for (Injection injection : build.injections()) {
            line("COPY " + injection.source() + " " + injection.destination());
            copied.add(injection.destination());
        }
        line("RUN chown -R " + user + ":0 " + String.join(" ", copied));
        line("USER " + user);
    }

    private void assemble() {
        if (build.previous().isPresent()) {
            String directory = destination + "/artifacts";
            line("RUN if [ -s " + ARTIFACTS + " ]; then mkdir -p " + directory + "; tar -xf " + ARTIFACTS + " -C "
                    + directory + "; fi && rm " + ARTIFACTS);
        }
        line("RUN " + build.scripts().path("assemble"));
        List<String> removals = build.injections().stream()
                .flatMap(injection -> injection.removed().stream())
                .map(file -> "rm " + file)
                .toList();
        if (!removals.isEmpty()) {
            line("RUN " + String.join(" && \\\n    ", removals));
        }
        line("CMD " + build.scripts().path("run"));
    }

    /** One instruction with each value on a line of its own, under the first. */
    private void list(String instruction, List<String> values) {
        if (!values.isEmpty()) {
            line(instruction + String.join(" \\\n" + " ".repeat(instruction.length()), values));
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
