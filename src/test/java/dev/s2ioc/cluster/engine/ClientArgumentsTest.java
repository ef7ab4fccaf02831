package dev.s2ioc.cluster.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What podman and docker are called with for pods, and how their refusals are read. */
class ClientArgumentsTest {
    private static final SandboxSpec POD = new SandboxSpec("uid", "web-1", false, Set.of(8443, 8080));

    @Test
    void a_first_container_holds_a_network_of_its_own_or_publishes_what_is_declared() {
        List<String> common = List.of(
                "run",
                "--detach",
                "--pull=never",
                "--log-driver=none",
                "--stop-timeout=0",
                "--no-healthcheck",
                "--security-opt=label=disable",
                "--label=l",
                "--hostname=web-1",
                "--ipc=shareable",
                "--sysctl=net.ipv4.ip_unprivileged_port_start=0");
        assertEquals(
                plus(common, "--network=none", PauseImage.NAME),
                SandboxNetwork.firstArguments(POD, PodNetwork.OWN, false, "l"));
        assertEquals(
                plus(common, "--publish=127.0.0.1::8080", "--publish=127.0.0.1::8443", PauseImage.NAME),
                SandboxNetwork.firstArguments(POD, PodNetwork.PUBLISHED, false, "l"));
    }

    private static List<String> plus(List<String> first, String... more) {
        return java.util.stream.Stream.concat(first.stream(), java.util.stream.Stream.of(more))
                .toList();
    }

    @Test
    void a_container_is_made_as_the_pod_says_and_its_secrets_are_no_arguments() {
        ContainerSpec spec = new ContainerSpec(
                "c-0",
                "app",
                List.of("run", "-x"),
                Map.of("KEY", "secret"),
                "",
                "1001:0",
                List.of(7),
                true,
                true,
                true,
                List.of(new ContainerSpec.Mount(Path.of("/v,1"), "/data", true)),
                Optional.of(1000L),
                Optional.of(1250L));
        CreateArguments made = CreateArguments.of(spec, "127.0.0.1:5000/app", List.of("--network=host"), true, false);
        assertEquals(
                List.of(
                        "--pull=never",
                        "--log-driver=none",
                        "--stop-timeout=0",
                        "--no-healthcheck",
                        "--security-opt=label=disable",
                        "--network=host",
                        "--workdir=/",
                        "--user=1001:0",
                        "--group-add=7",
                        "--read-only",
                        "--interactive",
                        "--tty",
                        "--mount=type=bind,\"source=/v,1\",target=/data,readonly",
                        "--memory=1000b",
                        "--memory-swap=1000b",
                        "--cpus=1.250",
                        "--env=KEY",
                        "--entrypoint=run",
                        "127.0.0.1:5000/app",
                        "-x"),
                made.list());
        assertEquals(Map.of("KEY", "secret"), made.environment());
    }

    @Test
    void a_daemon_is_on_this_machine_when_it_has_its_kernel_its_network_and_its_files() throws Exception {
        String kernel = System.getProperty("os.version");
        assertTrue(here(kernel, "Debian GNU/Linux 12", "unix:///var/run/docker.sock", "name=seccomp,profile=default"));
        assertFalse(here("6.10.14-linuxkit", "Docker Desktop", "unix:///home/me/.docker/desktop/docker.sock", "x"));
        // Under Windows the kernel is the same in all of its Linux systems.
        assertFalse(here(kernel, "Docker Desktop", "unix:///var/run/docker.sock", "name=seccomp"));
        assertFalse(here(kernel, "Debian", "unix:///run/user/1000/docker.sock", "name=rootless"));
        assertFalse(here(kernel, "Debian", "ssh://elsewhere", "name=seccomp"));
    }

    private static boolean here(String kernel, String system, String endpoint, String security) throws Exception {
        String info = """
                {"KernelVersion": "%s", "OperatingSystem": "%s", "SecurityOptions": ["%s"]}
                """.formatted(kernel, system, security);
        return ClientMachine.ofDocker(new ObjectMapper().readTree(info), endpoint)
                .here();
    }

    @Test
    void what_would_change_the_program_itself_is_an_argument() {
        ContainerSpec spec = Spec.of("app", "run").env("LD_PRELOAD", "/x.so").spec();
        CreateArguments made = CreateArguments.of(spec, "app", List.of(), true, true);
        assertEquals(
                List.of("--env=LD_PRELOAD=/x.so", "--env=PATH=/bin"),
                made.list().stream()
                        .filter(each -> each.startsWith("--env"))
                        .sorted()
                        .toList());
        assertEquals(Map.of(), made.environment());
    }

    @Test
    void refusals_are_told_without_the_programs_that_they_have_passed() {
        String wanted = "exec: \"nope\": executable file not found in $PATH";
        assertEquals(
                wanted,
                new ClientFailure(List.of("Error: runc: runc create failed: unable to start container process: "
                                + wanted + ": OCI runtime attempted to invoke a command that was not found"))
                        .message(""));
        assertEquals(
                wanted,
                new ClientFailure(List.of(
                                "Error response from daemon: failed to create task for container: failed to create shim"
                                        + " task: OCI runtime create failed: runc create failed: unable to start"
                                        + " container process: " + wanted + ": unknown",
                                "Error: failed to start containers: 1234"))
                        .message(""));
        assertEquals("it failed", new ClientFailure(List.of()).message("it failed"));
    }
}
