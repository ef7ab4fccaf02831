package dev.s2ioc.cluster.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the engines' programs are called with. */
class ArgumentsTest {
    private static final LocalRegistry REGISTRY = new LocalRegistry("registry.test:5000", 5001);

    @Test
    void buildah_and_podman_build_alike() {
        assertEquals(
                List.of(
                        "bud",
                        "--isolation=chroot",
                        "--network=host",
                        "--force-rm",
                        "--format=docker",
                        "--pull=false",
                        "--layers=false",
                        "--no-cache",
                        "--build-arg=A=b c",
                        "-f",
                        "/c/Dockerfile",
                        "-t",
                        "temp/x:1",
                        "/c"),
                Buildah.buildArguments(
                        build(ImageBuild.Layering.ONE_LAYER), List.of("--isolation=chroot", "--network=host")));
        assertEquals(
                "build",
                Podman.buildArguments(build(ImageBuild.Layering.CACHED)).getFirst());
    }

    @Test
    void podman_pushes_to_loopback_without_tls_and_elsewhere_with() {
        Path digest = Path.of("/d");
        Credentials login = Credentials.in(Path.of("/login"));
        assertEquals(
                List.of(
                        "push",
                        "--digestfile=/d",
                        "--tls-verify=false",
                        "registry.test:5000/demo/app:latest",
                        "docker://127.0.0.1:5001/demo/app:latest"),
                Podman.pushArguments(REGISTRY, "registry.test:5000/demo/app:latest", login, digest));
        assertEquals(
                List.of(
                        "push",
                        "--digestfile=/d",
                        "--authfile=/login/config.json",
                        "quay.io/me/app:1",
                        "docker://quay.io/me/app:1"),
                Podman.pushArguments(REGISTRY, "quay.io/me/app:1", login, digest));
    }

    @Test
    void a_program_in_a_container_replaces_the_entry_point() {
        assertEquals(
                List.of("run", "--rm", "--network=host", "--entrypoint=sh", "--env=A=1", "img", "-c", "true"),
                Podman.runArguments("img", List.of("sh", "-c", "true"), Map.of("A", "1")));
    }

    @Test
    void docker_knows_no_layers_flag() {
        assertEquals(
                List.of(
                        "build",
                        "--network=host",
                        "--force-rm",
                        "--no-cache",
                        "--build-arg=A=b c",
                        "-f",
                        "/c/Dockerfile",
                        "-t",
                        "temp/x:1",
                        "/c"),
                Docker.buildArguments(build(ImageBuild.Layering.UNCACHED)));
    }

    @Test
    void docker_finds_the_clusters_registry_by_its_address() {
        assertEquals("""
                FROM 127.0.0.1:5001/demo/base AS one
                RUN echo registry.test:5000/demo/base
                FROM --platform=linux/amd64 127.0.0.1:5001/a/b@sha256:1
                COPY --from=127.0.0.1:5001/c/d /x /x
                """, Docker.named("""
                        FROM registry.test:5000/demo/base AS one
                        RUN echo registry.test:5000/demo/base
                        FROM --platform=linux/amd64 registry.test:5000/a/b@sha256:1
                        COPY --from=registry.test:5000/c/d /x /x
                        """, REGISTRY, REGISTRY::reachable));
    }

    @Test
    void only_the_clusters_own_registry_is_found_elsewhere_than_its_name_says() {
        assertEquals("""
                unqualified-search-registries = ["docker.io"]
                short-name-mode = "disabled"

                [[registry]]
                prefix = "registry.test:5000"
                location = "127.0.0.1:5001"
                insecure = true

                [[registry]]
                location = "127.0.0.1:5001"
                insecure = true
                """, RegistriesConf.text(REGISTRY));
    }

    @Test
    void an_unknown_engine_and_one_that_is_not_installed_are_named() {
        EngineSettings settings = new EngineSettings(Path.of("/nowhere"), REGISTRY, Map.of("PATH", "/nowhere"));
        assertEquals(
                "there is no engine \"kaniko\", choose one of buildah, podman, docker, builtin",
                assertThrows(EngineException.class, () -> Engines.open("kaniko", settings))
                        .getMessage());
        assertEquals(
                "podman is not installed",
                assertThrows(EngineException.class, () -> Engines.open("podman", settings))
                        .getMessage());
    }

    private static ImageBuild build(ImageBuild.Layering layering) {
        return new ImageBuild(Path.of("/c"), Path.of("/c/Dockerfile"), "temp/x:1", Map.of("A", "b c"), layering);
    }
}
