package dev.s2ioc.cluster.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where podman or docker runs containers, and what it can do there.
 *
 * @param here whether that is this machine
 * @param architecture as the Go language names it
 * @param runtime what runs containers in the end; may be empty
 * @param obstacle why limits of memory and CPU have no effect; empty where they have
 */
record ClientMachine(boolean here, String architecture, String runtime, Optional<String> obstacle) {

    static ClientMachine ask(ClientCommand command) throws EngineException, InterruptedException {
        String said = command.call(List.of("info", "--format={{json .}}")).stream()
                .dropWhile(line -> !line.startsWith("{"))
                .collect(Collectors.joining("\n"));
        try {
            JsonNode info = new ObjectMapper().readTree(said);
            return command.podman() ? ofPodman(info) : ofDocker(info, endpoint(command));
        } catch (IOException e) {
            throw new EngineException(command.prefix().getFirst() + " info printed no JSON: " + e.getMessage(), e);
        }
    }

    private static String endpoint(ClientCommand command) throws EngineException, InterruptedException {
        return command.call(List.of("context", "inspect", "--format={{.Endpoints.docker.Host}}"))
                .getLast();
    }

    private static ClientMachine ofPodman(JsonNode info) {
        JsonNode host = info.path("host");
        boolean rootless = host.path("security").path("rootless").asBoolean();
        List<String> controllers = host.path("cgroupControllers")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
        boolean limits = controllers.containsAll(List.of("memory", "cpu"))
                && !(rootless && host.path("cgroupVersion").asText().equals("v1"));
        return new ClientMachine(
                !host.path("serviceIsRemote").asBoolean(),
                host.path("arch").asText(),
                host.path("ociRuntime").path("name").asText(),
                limits
                        ? Optional.empty()
                        : Optional.of("podman may not limit memory and CPU of this user's containers here"));
    }

    /** Of a virtual machine the kernel is another, mostly; a daemon without root has a network of its own. */
    static ClientMachine ofDocker(JsonNode info, String endpoint) {
        boolean rootless = info.path("SecurityOptions")
                .valueStream()
                .anyMatch(each -> each.asText().startsWith("name=rootless"));
        boolean limits =
                info.path("MemoryLimit").asBoolean() && info.path("CpuCfsQuota").asBoolean();
        return new ClientMachine(
                info.path("KernelVersion").asText().equals(System.getProperty("os.version"))
                        && !info.path("OperatingSystem").asText().equals("Docker Desktop")
                        && endpoint.startsWith("unix:")
                        && !rootless,
                goName(info.path("Architecture").asText()),
                info.path("DefaultRuntime").asText(),
                limits ? Optional.empty() : Optional.of("docker's machine cannot limit memory and CPU"));
    }

    /** Of a processor, by what its machine or the JVM calls it. */
    static String goName(String machine) {
        return switch (machine) {
            case "x86_64" -> "amd64";
            case "aarch64" -> "arm64";
            default -> machine;
        };
    }
}
