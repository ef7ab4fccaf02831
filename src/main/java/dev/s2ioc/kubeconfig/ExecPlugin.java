package dev.s2ioc.kubeconfig;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Credentials from a program that the kubeconfig names, by the ExecCredential protocol. The program is started by its
 * argument vector, never through a shell; what it answers is kept in memory until it expires or the server refuses it.
 */
final class ExecPlugin implements Credentials {
    private static final String GROUP = "client.authentication.k8s.io";
    private static final Set<String> VERSIONS = Set.of(GROUP + "/v1", GROUP + "/v1beta1");

    /** How long what the program says may still come after its end, should it have left somebody behind who holds the stream. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final Fields exec;
    private final Fields cluster;
    private final Host host;
    private final String apiVersion;
    private final String command;
    private JsonNode cached;

    ExecPlugin(Fields exec, Fields cluster, Host host) {
        this.exec = exec;
        this.cluster = cluster;
        this.host = host;
        this.apiVersion = exec.text("apiVersion").orElse("");
        this.command =
                exec.text("command").orElseThrow(() -> new KubeconfigException(exec.owner() + ": exec has no command"));
        if (!VERSIONS.contains(apiVersion)) {
            throw new KubeconfigException(exec.owner() + ": exec has the apiVersion \"" + apiVersion
                    + "\"; supported are " + GROUP + "/v1 and " + GROUP + "/v1beta1");
        }
    }

    @Override
    public Optional<String> bearerToken() {
        return text("token");
    }

    @Override
    public Optional<ClientCertificate> certificate() {
        return text("clientCertificateData")
                .map(chain -> new ClientCertificate(
                        chain.getBytes(StandardCharsets.US_ASCII),
                        text("clientKeyData")
                                .orElseThrow(() -> failure("returned a certificate without its key"))
                                .getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public synchronized boolean refresh() {
        cached = null;
        return true;
    }

    private Optional<String> text(String field) {
        return Optional.of(status().path(field).asText("")).filter(value -> !value.isEmpty());
    }

    private synchronized JsonNode status() {
        if (cached == null || isExpired(cached)) {
            cached = ask();
        }
        return cached;
    }

    private boolean isExpired(JsonNode status) {
        String expiry = status.path("expirationTimestamp").asText("");
        try {
            return !expiry.isEmpty()
                    && !Instant.parse(expiry).isAfter(host.clock().instant());
        } catch (DateTimeParseException e) {
            throw failure("returned the expirationTimestamp \"" + expiry + "\", which is not a time");
        }
    }

    private JsonNode ask() {
        JsonNode answer;
        try {
            answer = new ObjectMapper().readTree(run());
        } catch (JsonProcessingException e) {
            throw failure("did not return JSON");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!answer.path("apiVersion").asText().equals(apiVersion)) {
            throw failure("returned the apiVersion \""
                    + answer.path("apiVersion").asText() + "\" instead of \"" + apiVersion + "\"");
        }
        JsonNode status = answer.path("status");
        if (!status.has("token") && !status.has("clientCertificateData")) {
            throw failure("returned neither a token nor a certificate");
        }
        return status;
    }

    private byte[] run() throws IOException {
        Process process = start();
        Thread talk = Thread.ofVirtual().start(() -> passOn(process.getErrorStream()));
        try (InputStream answer = process.getInputStream()) {
            byte[] bytes = answer.readAllBytes();
            int code = process.waitFor();
            talk.join(LAST_WORDS);
            if (code != 0) {
                throw failure("failed with exit code " + code);
            }
            return bytes;
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw failure("was interrupted");
        }
    }

    private Process start() {
        boolean interactive = interactive();
        List<String> words = new ArrayList<>(List.of(executable()));
        words.addAll(exec.texts("args"));
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectInput(interactive ? ProcessBuilder.Redirect.INHERIT : ProcessBuilder.Redirect.PIPE);
        builder.environment().clear();
        builder.environment().putAll(host.environment());
        for (Fields variable : exec.children("env")) {
            variable.text("name")
                    .ifPresent(name -> builder.environment()
                            .put(name, variable.text("value").orElse("")));
        }
        builder.environment().put("KUBERNETES_EXEC_INFO", info(interactive));
        try {
            Process process = builder.start();
            if (!interactive) {
                process.getOutputStream().close();
            }
            return process;
        } catch (IOException e) {
            String hint =
                    exec.text("installHint").map(text -> "\n\n" + text.strip()).orElse("");
            throw new KubeconfigException(
                    "getting credentials: exec: executable " + command + " not found; install it, or use 's2ioc login'"
                            + hint,
                    e);
        }
    }

    /** A command with a slash is relative to the kubeconfig; one without is looked up on the PATH. */
    private String executable() {
        Path path = Path.of(command);
        return path.getNameCount() > 1 && !path.isAbsolute()
                ? exec.directory().resolve(path).toString()
                : command;
    }

    private boolean interactive() {
        return switch (exec.text("interactiveMode").orElse("IfAvailable")) {
            case "Never" -> false;
            case "Always" -> {
                if (!host.interactive()) {
                    throw failure("cannot support interactive mode: standard input is not a terminal");
                }
                yield true;
            }
            default -> host.interactive();
        };
    }

    /** What the program is told about the cluster and the user. */
    private String info(boolean interactive) {
        ObjectNode info = JsonNodeFactory.instance.objectNode();
        info.put("kind", "ExecCredential").put("apiVersion", apiVersion);
        ObjectNode spec = info.putObject("spec").put("interactive", interactive);
        if (exec.flag("provideClusterInfo")) {
            ObjectNode about = spec.putObject("cluster");
            cluster.text("server").ifPresent(server -> about.put("server", server));
            if (cluster.flag("insecure-skip-tls-verify")) {
                about.put("insecure-skip-tls-verify", true);
            }
            cluster.content("certificate-authority")
                    .ifPresent(pem -> about.put(
                            "certificate-authority-data", Base64.getEncoder().encodeToString(pem)));
            cluster.text("proxy-url").ifPresent(proxy -> about.put("proxy-url", proxy));
        }
        return info.toString();
    }

    private void passOn(InputStream talk) {
        try (talk) {
            talk.transferTo(host.err());
        } catch (IOException e) {
            // The program is gone; what it had to say is said, and its exit code decides.
        }
    }

    private KubeconfigException failure(String what) {
        return new KubeconfigException("getting credentials: exec: executable " + command + " " + what);
    }
}
