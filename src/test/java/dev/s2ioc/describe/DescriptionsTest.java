package dev.s2ioc.describe;

import static dev.s2ioc.describe.DescribeFixture.golden;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.ResourceType;
import dev.s2ioc.testing.Sessions;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Describers by themselves: fuller objects than the recorded ones, and what no server of the recording had. */
class DescriptionsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-11-23T04:14:33Z");
    private static final ResourceType WIDGET =
            new ResourceType("example.com", "v1", "widgets", "widget", "Widget", true, List.of(), List.of(), List.of());

    /** As oc printed them for such objects: the build's environment is none, and its status is not bold here. */
    @TestFactory
    Stream<DynamicTest> openshift_kinds() {
        JsonNode objects = DescribeFixture.json(golden("transcript-objects.json"));
        return Stream.of(
                same("transcript-build-app-1.txt", KnownTypes.BUILD, objects.at("/builds/0")),
                same("transcript-build-app-2.txt", KnownTypes.BUILD, objects.at("/builds/1")),
                same("transcript-is.txt", KnownTypes.IMAGE_STREAM, objects.at("/imagestreams/0")),
                same("transcript-istag.txt", KnownTypes.IMAGE_STREAM_TAG, objects.at("/imagestreamtags/0")));
    }

    /** As kubectl printed them; but keys sorted, and an amount that a variable takes is told as it is written. */
    @TestFactory
    Stream<DynamicTest> kubernetes_kinds() {
        JsonNode objects = DescribeFixture.json(golden("kubernetes-objects.json"));
        Map<String, ResourceType> types = Map.of(
                "secret",
                KnownTypes.SECRET,
                "configmap",
                KnownTypes.CONFIG_MAP,
                "pod",
                KnownTypes.POD,
                "widget",
                WIDGET);
        return objects.valueStream().map(object -> {
            String kind = object.path("kind").asText().toLowerCase(Locale.ROOT);
            String name = object.path("metadata").path("name").asText();
            return same(kind.replace("configmap", "cm") + "-" + name + ".txt", types.get(kind), object);
        });
    }

    private static DynamicTest same(String golden, ResourceType type, JsonNode object) {
        String expected = golden(golden).replaceFirst("\nEvents:\\s*<none>\n$", "\n");
        return DynamicTest.dynamicTest(golden, () -> assertEquals(expected, describe(type, object)));
    }

    @Test
    void environment_and_build_arguments_are_told() {
        ObjectNode build = (ObjectNode) DescribeFixture.json("""
                {"metadata":{"name":"b"},"spec":{"source":{"type":"Dockerfile","dockerfile":"FROM x\\nRUN y"},
                 "strategy":{"type":"Docker","dockerStrategy":{"noCache":true,
                  "env":[{"name":"A","value":"1"},{"name":"S","valueFrom":{"secretKeyRef":{"name":"s","key":"k"}}}],
                  "buildArgs":[{"name":"V","value":"2"}],
                  "volumes":[{"name":"v","source":{"type":"Secret","secret":{"secretName":"s"}},
                              "mounts":[{"destinationPath":"/a"},{"destinationPath":"/b"}]}]}}},
                 "status":{"phase":"New"}}
                """);
        assertEquals("""
                Name:	b
                Labels:	<none>

                Status:		New
                Duration:	waiting for 0s

                Build Pod:	b-build

                Strategy:	Docker
                Dockerfile:
                  FROM x
                  RUN y
                No Cache:	true
                Volumes:\t\s
                		Name	Source Type	Source	Mounts
                		v	Secret		s	/a
                						/b
                Environment:	A=1
                		S=<set to the key 'k' in secret 's'>
                Build Args:	V=2

                Build trigger cause:	<unknown>

                """, describe(KnownTypes.BUILD, build));
    }

    @Test
    void an_image_of_which_nothing_is_known_has_a_header_only() {
        JsonNode tag = DescribeFixture.json("""
                {"image":{"metadata":{"name":"sha256:1","creationTimestamp":null},"dockerImageReference":"r/x@sha256:1",
                 "dockerImageMetadata":{"kind":"DockerImage","Id":"","Created":null,"ContainerConfig":{}}}}
                """);
        assertEquals(
                "Image Name:\tsha256:1\nDocker Image:\tr/x@sha256:1\nName:\t\tsha256:1\n",
                describe(KnownTypes.IMAGE_STREAM_TAG, tag));
    }

    @Test
    void a_build_that_never_ran() {
        assertEquals("<none>", duration("{'phase':'Cancelled'}"));
        assertEquals("waited for 1m5s", duration("{'phase':'Cancelled','completionTimestamp':'2026-11-23T04:05:05Z'}"));
        assertEquals("running for 4m33s", duration("{'phase':'Running','startTimestamp':'2026-11-23T04:10:00Z'}"));
        assertEquals("waiting for 10m33s", duration("{'phase':'New'}"));
    }

    private static String duration(String status) {
        ObjectNode build = MAPPER.createObjectNode();
        build.putObject("metadata").put("creationTimestamp", "2026-11-23T04:04:00Z");
        build.set("status", DescribeFixture.json(status.replace('\'', '"')));
        return BuildDuration.of(build, NOW);
    }

    @Test
    void tags_are_in_the_order_of_their_versions() {
        assertEquals(
                List.of("latest", "10.1", "9.2", "9.1", "1.10.0", "1.9.0", "1.9.0-rc1", "8", "stable", "v1"),
                TagOrder.sorted(
                        List.of("v1", "1.9.0-rc1", "9.1", "stable", "1.9.0", "10.1", "latest", "8", "1.10.0", "9.2")));
    }

    @Test
    void tags_that_stand_for_another_are_told_with_it() {
        JsonNode stream = DescribeFixture.json("""
                {"metadata":{"name":"x","namespace":"demo"},"spec":{"tags":[
                 {"name":"1.2","from":{"kind":"DockerImage","name":"quay.io/x:1.2"},"generation":2},
                 {"name":"latest","from":{"kind":"ImageStreamTag","name":"1.2"}},
                 {"name":"1","from":{"kind":"ImageStreamTag","name":"x:latest"}},
                 {"name":"ring","from":{"kind":"ImageStreamTag","name":"ring"}},
                 {"name":"far","reference":true,"from":{"kind":"ImageStreamTag","namespace":"other","name":"y:1"}},
                 {"name":"empty"}]}}
                """);
        assertEquals("""
                Name:			x
                Namespace:		demo
                Labels:			<none>
                Image Repository:	<none>
                Image Lookup:		local=false
                Unique Images:		0
                Tags:			6

                1.2 (latest, 1)
                  tagged from quay.io/x:1.2

                  ~ importing latest image ...

                empty
                  tag without source image


                far
                  reference to other/y:1


                ring
                  tagged from ring

                """, describe(KnownTypes.IMAGE_STREAM, stream));
    }

    @Test
    void sizes_have_four_digits() {
        assertEquals("0B", Sizes.decimal(0));
        assertEquals("999B", Sizes.decimal(999));
        assertEquals("1kB", Sizes.decimal(1000));
        assertEquals("1.235MB", Sizes.decimal(1_234_567));
        assertEquals("123.5GB", Sizes.decimal(123_456_789_012L));
    }

    private static String describe(ResourceType type, JsonNode object) {
        Viewpoint viewpoint = new Viewpoint(Sessions.with("http://127.0.0.1:1"), NOW, false, false, false, false);
        return new Describers(viewpoint).of(type).describe(object);
    }
}
