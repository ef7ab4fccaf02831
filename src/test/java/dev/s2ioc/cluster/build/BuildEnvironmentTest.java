package dev.s2ioc.cluster.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a build takes from the secrets and config maps of its project. */
@Timeout(180)
class BuildEnvironmentTest {
    @TempDir
    Path directory;

    private final FakeEngine engine = new FakeEngine();
    private Yard yard;

    @BeforeEach
    void open() throws Exception {
        yard = new Yard(directory, engine);
        yard.store.create(
                new Key("secrets", "demo", "s"),
                Yard.json("{'metadata':{'name':'s','namespace':'demo'},'data':{'k':'c2VjcmV0'}}"));
        yard.store.create(
                new Key("configmaps", "demo", "c"),
                Yard.json("{'metadata':{'name':'c','namespace':'demo'},'data':{'k':'plain'}}"));
    }

    @AfterEach
    void close() {
        yard.close();
    }

    private ObjectNode build(String... variables) throws Exception {
        yard.config(
                "app",
                "'dockerStrategy':{'env':[" + String.join(",", variables) + "]}",
                ",'source':{'dockerfile':'FROM scratch'}");
        yard.instantiate("app", "{}");
        return yard.ended("app-1");
    }

    @Test
    void values_come_from_secrets_config_maps_and_the_build_and_are_not_stored() throws Exception {
        ObjectNode build = build(
                "{'name':'A','valueFrom':{'secretKeyRef':{'name':'s','key':'k'}}}",
                "{'name':'B','valueFrom':{'configMapKeyRef':{'name':'c','key':'k'}}}",
                "{'name':'C','valueFrom':{'fieldRef':{'fieldPath':'metadata.name'}}}",
                "{'name':'D','valueFrom':{'secretKeyRef':{'name':'none','key':'k','optional':true}}}");
        assertEquals(
                List.of("FROM scratch\nENV \"A\"=\"secret\" \"B\"=\"plain\" \"C\"=\"app-1\" \"D\"=\"\"\n"),
                engine.dockerfiles.stream()
                        .map(text -> text.replaceFirst("(?s)(\"D\"=\"\"\n).*", "$1"))
                        .toList());
        assertEquals(
                "{\"name\":\"A\",\"valueFrom\":{\"secretKeyRef\":{\"name\":\"s\",\"key\":\"k\"}}}",
                Json.text(build.path("spec")
                        .path("strategy")
                        .path("dockerStrategy")
                        .path("env")
                        .path(0)));
    }

    @Test
    void a_value_that_is_not_there_fails_the_build() throws Exception {
        ObjectNode build = build("{'name':'A','valueFrom':{'secretKeyRef':{'name':'s','key':'other'}}}");
        assertEquals("UnresolvableEnvironmentVariable", Json.at(build, "status", "reason"));
        assertEquals("error: the variable A has no value: key other not found in secret \"s\"\n", yard.log("app-1"));
    }

    @Test
    void a_docker_build_finds_secrets_and_config_maps_as_files() throws Exception {
        yard.config(
                "app",
                "'dockerStrategy':{}",
                ",'source':{'dockerfile':'FROM scratch','secrets':[{'secret':{'name':'s'},'destinationDir':'in'}],"
                        + "'configMaps':[{'configMap':{'name':'c'}}]}");
        yard.instantiate("app", "{}");
        assertEquals("Complete", Json.at(yard.ended("app-1"), "status", "phase"), yard.log("app-1"));
        assertEquals(List.of("Dockerfile", "in/k", "k"), engine.files);
    }
}
