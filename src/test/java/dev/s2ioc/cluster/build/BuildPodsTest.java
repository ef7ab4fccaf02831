package dev.s2ioc.cluster.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.image.ImageStreams;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.DeleteOptions;
import dev.s2ioc.cluster.kind.Resource;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.pod.Kubelet;
import dev.s2ioc.cluster.pod.KubeletSettings;
import dev.s2ioc.cluster.pod.Patience;
import dev.s2ioc.cluster.store.Event;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Page;
import dev.s2ioc.cluster.store.Watch;
import dev.s2ioc.cluster.workload.WorkloadApi;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** The pods of builds: when there are some, what they say, and what deleting them does. */
@Timeout(180)
class BuildPodsTest {
    private static final Call DEMO = Call.internal("demo");

    @TempDir
    Path directory;

    private final FakeEngine engine = new FakeEngine();
    private Yard yard;
    private Resource pods;

    @BeforeEach
    void open() throws Exception {
        yard = new Yard(directory, engine);
        WorkloadApi.addTo(yard.machinery, new ImageStreams(yard.machinery), yard.controller, kubelet());
        pods = yard.kinds.resource("pods");
        yard.config("app", "'dockerStrategy':{}", "");
    }

    @AfterEach
    void close() {
        yard.close();
    }

    /** One that is never started: no pod but those of builds is looked at here. */
    private Kubelet kubelet() throws IOException {
        KubeletSettings settings = new KubeletSettings(
                directory.resolve("kubelet"), () -> engine, null, Patience.of(yard.machinery.clock()), failure -> {});
        return new Kubelet(yard.machinery, settings);
    }

    private void upload() throws Exception {
        yard.upload("app", Yard.tar("Dockerfile", "FROM quay.io/base\nRUN x"));
    }

    /** What the table says of each pod, without the age. */
    private List<String> shown() {
        return pods.list(DEMO, Page.ALL).items().stream().map(this::shown).toList();
    }

    private String shown(JsonNode pod) {
        return String.join(
                " ",
                pods.columns().subList(0, 3).stream()
                        .map(column ->
                                column.cell().of(pod, yard.controller.now()).toString())
                        .toList());
    }

    @Test
    void a_pod_is_there_from_the_builds_turn_on() throws Exception {
        engine.waits = true;
        Watch watch = pods.watch(DEMO, yard.store.revision());
        upload();
        engine.started.acquire();
        Thread second = Thread.ofVirtual().start(() -> {
            try {
                upload();
            } catch (Exception e) {
                // It is cancelled below.
            }
        });
        while (!yard.hasBuild("app-2")) {
            Thread.sleep(5);
        }
        assertEquals(List.of("app-1-build 1/1 Running"), shown());
        yard.cancel("app-2");
        second.join();
        engine.mayGoOn.release();
        ObjectNode build = yard.ended("app-1");
        assertEquals(List.of("app-1-build 0/1 Completed"), shown());
        ObjectNode pod = pods.get(DEMO, "app-1-build");
        assertEquals(Json.at(build, "metadata", "resourceVersion"), Json.at(pod, "metadata", "resourceVersion"));
        assertEquals(
                "app-1-build",
                build.path("metadata")
                        .path("annotations")
                        .path("openshift.io/build.pod-name")
                        .asText());
        yard.delete("app-1");
        assertEquals(List.of(), shown());
        assertEquals(
                List.of(
                        "ADDED app-1-build 0/1 Init:0/2",
                        "MODIFIED app-1-build 1/1 Running",
                        "MODIFIED app-1-build 0/1 Completed",
                        "DELETED app-1-build 0/1 Completed"),
                events(watch));
    }

    /** Each event once, also where a build changed in something that its pod does not show. */
    private List<String> events(Watch watch) throws InterruptedException {
        List<String> events = new ArrayList<>();
        while (true) {
            Optional<Event> event = watch.next(Duration.ofMillis(200));
            if (event.isEmpty()) {
                return events.stream().distinct().toList();
            }
            events.add(event.get().type() + " " + shown(event.get().object()));
        }
    }

    @Test
    void the_log_belongs_to_the_container_that_was_last() throws Exception {
        upload();
        yard.ended("app-1");
        assertEquals(yard.log("app-1"), yard.podLog("app-1-build"));
        assertEquals("", yard.podLog("app-1-build", "container=git-clone"));
        assertEquals("Push successful\n", yard.podLog("app-1-build", "container=docker-build", "tailLines=1"));
        yard.upload("app", new ByteArrayInputStream("no archive".getBytes(StandardCharsets.UTF_8)));
        yard.ended("app-2");
        assertEquals(List.of("app-1-build 0/1 Completed", "app-2-build 0/1 Init:Error"), shown());
        assertEquals(yard.log("app-2"), yard.podLog("app-2-build", "container=git-clone"));
        refused(
                "400 container \"docker-build\" in pod \"app-2-build\" is waiting to start: PodInitializing",
                () -> yard.podLog("app-2-build"));
        refused(
                "400 container nope is not valid for pod app-1-build",
                () -> yard.podLog("app-1-build", "container=nope"));
        refused(
                "400 previous terminated container \"docker-build\" in pod \"app-1-build\" not found",
                () -> yard.podLog("app-1-build", "previous=true"));
        refused("404 pods \"app-9-build\" not found", () -> yard.podLog("app-9-build"));
    }

    @Test
    void a_finished_build_loses_its_log_with_its_pod() throws Exception {
        upload();
        yard.ended("app-1");
        Watch watch = pods.watch(DEMO, yard.store.revision());
        String before = Json.at(pods.get(DEMO, "app-1-build"), "metadata", "uid");
        pods.delete(DEMO.dry(), "app-1-build", DeleteOptions.BACKGROUND);
        DeleteOptions another =
                new DeleteOptions("Background", Optional.of("another"), Optional.empty(), false, Optional.empty());
        assertEquals(
                409,
                assertThrows(StatusException.class, () -> pods.delete(DEMO, "app-1-build", another))
                        .code());
        assertEquals(before, Json.at(pods.get(DEMO, "app-1-build"), "metadata", "uid"));
        pods.delete(DEMO, "app-1-build", DeleteOptions.BACKGROUND);
        assertEquals(List.of("DELETED app-1-build 0/1 Completed"), events(watch));
        refused("404 pods \"app-1-build\" not found", () -> pods.delete(DEMO, "app-1-build", DeleteOptions.BACKGROUND));
        assertEquals("Complete", yard.phase("app-1"));
        refused("400 pods \"app-1-build\" not found", () -> yard.log("app-1"));
    }

    @Test
    void a_build_ends_when_its_pod_is_deleted() throws Exception {
        engine.waits = true;
        upload();
        engine.started.acquire();
        pods.delete(DEMO, "app-1-build", DeleteOptions.BACKGROUND);
        JsonNode status = yard.ended("app-1").path("status");
        assertEquals(
                "Error BuildPodDeleted The pod for this build was deleted before the build completed.",
                Json.at(status, "phase") + " " + Json.at(status, "reason") + " " + Json.at(status, "message"));
        assertEquals(List.of(), shown());
    }

    @Test
    void another_build_made_of_one_without_a_pod_has_a_pod() throws Exception {
        yard.store.create(Builds.key("demo", "lone"), Yard.json("""
                {'kind':'Build','apiVersion':'build.openshift.io/v1','metadata':{'name':'lone','namespace':'demo',
                 'uid':'u'},'spec':{'source':{'dockerfile':'FROM quay.io/base'},'strategy':{'dockerStrategy':{}}},
                 'status':{'phase':'Complete','startTimestamp':'2026-01-02T03:04:05Z',
                 'completionTimestamp':'2026-01-02T03:04:06Z'}}"""));
        pods.delete(DEMO, "lone-build", DeleteOptions.BACKGROUND);
        String clone = Json.at(yard.cloneOf("lone").json, "metadata", "name");
        yard.ended(clone);
        assertEquals(List.of(clone + "-build 0/1 Completed"), shown());
    }

    private static void refused(String refusal, Executable work) {
        StatusException e = assertThrows(StatusException.class, work);
        assertEquals(refusal, e.code() + " " + e.getMessage());
    }
}
