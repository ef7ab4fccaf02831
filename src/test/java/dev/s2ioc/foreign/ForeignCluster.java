package dev.s2ioc.foreign;

import dev.s2ioc.cluster.LocalCluster;
import dev.s2ioc.testing.Ran;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A whole local cluster, and other people's programs that are pointed to it by nothing but a kubeconfig. */
final class ForeignCluster implements AutoCloseable {
    private static final int SECONDS = 150;

    private final Path directory;
    private final Path kubeconfig;
    private LocalCluster cluster;

    ForeignCluster(Path directory) throws IOException {
        this.directory = directory;
        cluster = start(Optional.of(0));
        kubeconfig = Files.writeString(directory.resolve("kubeconfig"), kubeconfig());
    }

    /** Without RUN nothing has to be run, so that no engine has to be installed. */
    private LocalCluster start(Optional<Integer> ports) throws IOException {
        return LocalCluster.start(new LocalCluster.Options(
                directory.resolve("data"),
                ports,
                ports,
                Optional.of("builtin"),
                Map.of("PATH", System.getenv("PATH"), "HOME", directory.toString()),
                Clock.systemUTC(),
                System.err));
    }

    Path directory() {
        return directory;
    }

    Path kubeconfigFile() {
        return kubeconfig;
    }

    String server() {
        return cluster.server().toString();
    }

    void stop() {
        cluster.close();
    }

    /** Where it was. */
    void startAgain() throws IOException {
        cluster = start(Optional.empty());
    }

    /** kubectl in a project of its own, which is made. */
    Kubectl kubectl(String project) throws IOException, InterruptedException {
        Path request =
                Files.writeString(directory.resolve("request.json"), "{\"metadata\":{\"name\":\"" + project + "\"}}");
        Ran made = run(
                "kubectl", "create", "--raw=/apis/project.openshift.io/v1/projectrequests", "-f", request.toString());
        if (made.code() != 0) {
            throw new AssertionError(made.err());
        }
        return new Kubectl(this, project);
    }

    Ran run(String... command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(directory, "out", "");
        Path err = Files.createTempFile(directory, "err", "");
        Process process = program(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(Arrays.toString(command) + " did not end: " + Files.readString(err));
        }
        return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    ProcessBuilder program(String... command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("KUBECONFIG", kubeconfig.toString());
        builder.environment().put("HOME", directory.toString());
        return builder;
    }

    /** A Java program that is a process of its own, with its arguments. */
    ProcessBuilder java(Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                program.getName()));
        command.addAll(List.of(arguments));
        return program(command.toArray(String[]::new));
    }

    @Override
    public void close() {
        cluster.close();
    }

    private String kubeconfig() throws IOException {
        byte[] authority = cluster.certificateAuthority().getBytes(StandardCharsets.US_ASCII);
        return """
                apiVersion: v1
                kind: Config
                current-context: local
                contexts:
                - name: local
                  context: {cluster: local, user: developer, namespace: myproject}
                - name: admin
                  context: {cluster: local, user: admin, namespace: default}
                clusters:
                - name: local
                  cluster: {server: "%s", certificate-authority-data: "%s"}
                users:
                - name: developer
                  user: {token: "%s"}
                - name: admin
                  user: {token: "%s"}
                """.formatted(
                        cluster.server(),
                        Base64.getEncoder().encodeToString(authority),
                        cluster.developerToken(),
                        cluster.kubeadminToken());
    }
}
