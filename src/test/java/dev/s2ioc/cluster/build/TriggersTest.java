package dev.s2ioc.cluster.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.image.Registries;
import dev.s2ioc.cluster.kind.BuildConfigKind;
import dev.s2ioc.cluster.kind.BuildKind;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Builds that start by themselves, on a cluster with an engine that only pretends. */
@Timeout(180)
class TriggersTest {
    private static final String FROM_BUILDER =
            "'sourceStrategy':{'from':{'kind':'ImageStreamTag','namespace':'demo','name':'builder:latest'}}";
    private static final String TEXT = ",'source':{'dockerfile':'FROM scratch'}";
    private static final String CONFIG_CHANGE = "{'type':'ConfigChange'}";
    private static final String IMAGE_CHANGE = "{'type':'ImageChange','imageChange':{}}";

    @TempDir
    Path directory;

    private final FakeEngine engine = new FakeEngine();
    private Yard yard;
    private int bells;

    @BeforeEach
    void open() throws IOException {
        yard = new Yard(directory, engine);
        yard.stream("builder");
        configBell("bell");
    }

    private void configBell(String name) {
        yard.config(name, FROM_BUILDER.replace("builder", "bell"), TEXT + ",'triggers':[" + IMAGE_CHANGE + "]");
    }

    @AfterEach
    void close() {
        yard.close();
    }

    private void app(String... triggers) {
        yard.config("app", FROM_BUILDER, TEXT + ",'triggers':[" + String.join(",", triggers) + "]");
    }

    private void change(Consumer<com.fasterxml.jackson.databind.node.ObjectNode> change) {
        yard.kinds.resource(BuildConfigKind.TYPE.resource()).update(Call.internal("demo"), "app", config -> {
            change.accept(config);
            return config;
        });
    }

    /**
     * The builds of the configuration when all that has happened so far has had its effect: name, image, causes. Streams and
     * configurations are watched by two threads, so each has a bell that only it can ring: a push to the stream of a
     * configuration that stays as it is, then a new configuration that looks at a stream that stays as it is.
     */
    private List<String> builds() throws InterruptedException {
        bells++;
        yard.push("bell", "a" + bells);
        await("bell-" + bells);
        configBell("ring" + bells);
        await("ring" + bells + "-1");
        return yard.store.list(BuildKind.TYPE.resource(), "demo").stream()
                .filter(build -> Builds.configOf(build).equals("app"))
                .map(TriggersTest::told)
                .toList();
    }

    private void await(String build) throws InterruptedException {
        while (!yard.hasBuild(build)) {
            Thread.sleep(5);
        }
    }

    private static String told(JsonNode build) {
        String image = Json.at(ImageTrigger.strategyFrom(build.path("spec")), "name");
        List<String> causes = build.path("spec")
                .path("triggeredBy")
                .valueStream()
                .map(cause -> Json.at(cause, "message"))
                .toList();
        return Json.at(build, "metadata", "name") + " " + image.replaceFirst(".*@sha256:(..).*", "$1") + " " + causes;
    }

    @Test
    void the_first_build_starts_with_its_configuration_and_no_other_when_that_changes() throws Exception {
        yard.startTriggers();
        yard.push("builder", "11");
        app(CONFIG_CHANGE);
        assertEquals(List.of("app-1 11 [Build configuration change]"), builds());
        change(config -> Json.child(config, "spec").put("completionDeadlineSeconds", 100));
        yard.push("builder", "22");
        assertEquals(List.of("app-1 11 [Build configuration change]"), builds());
    }

    @Test
    void two_triggers_make_one_first_build_with_the_recorded_cause_and_status() throws Exception {
        yard.push("builder", "11");
        yard.startTriggers();
        app(CONFIG_CHANGE, IMAGE_CHANGE);
        assertEquals(List.of("app-1 11 [Image change]"), builds());
        String image = Registries.INTERNAL + "/demo/builder@sha256:" + "11".repeat(32);
        assertEquals(
                "[{\"message\":\"Image change\",\"imageChangeBuild\":{\"imageID\":\"" + image
                        + "\",\"fromRef\":{\"kind\":\"ImageStreamTag\",\"namespace\":\"demo\","
                        + "\"name\":\"builder:latest\"}}}]",
                Json.text(yard.build("app-1").path("spec").path("triggeredBy")));
        assertEquals(
                "{\"lastVersion\":1,\"imageChangeTriggers\":[{\"lastTriggeredImageID\":\"" + image
                        + "\",\"from\":{\"namespace\":\"demo\",\"name\":\"builder:latest\"},"
                        + "\"lastTriggerTime\":\"TIME\"}]}",
                Json.text(yard.controller.builds().config("demo", "app").path("status"))
                        .replaceAll("2\\d{3}-[^\"]*Z", "TIME"));
    }

    @Test
    void a_builder_that_comes_later_starts_the_first_build_and_each_new_one_the_next() throws Exception {
        yard.startTriggers();
        app(CONFIG_CHANGE, IMAGE_CHANGE);
        assertEquals(List.of(), builds());
        assertEquals(
                List.of(
                        "BuildConfigInstantiateFailed: error instantiating Build from BuildConfig demo/app (0): Error"
                                + " resolving ImageStreamTag builder:latest in namespace demo: unable to find latest tagged image"),
                yard.events("app"));
        yard.push("builder", "11");
        assertEquals(List.of("app-1 11 [Image change]"), builds());
        yard.push("builder", "22");
        yard.ended("app-1");
        assertEquals(List.of("app-1 11 [Image change]", "app-2 22 [Image change]"), builds());
    }

    @Test
    void a_build_by_hand_takes_the_change_in() throws Exception {
        yard.push("builder", "11");
        app(IMAGE_CHANGE);
        yard.instantiate("app", "{'triggeredBy':[{'message':'Manually triggered'}]}");
        yard.startTriggers();
        assertEquals(List.of("app-1 11 [Manually triggered]"), builds());
    }

    @Test
    void what_was_pushed_while_the_cluster_was_down_is_built_when_it_is_up() throws Exception {
        app(IMAGE_CHANGE);
        yard.push("builder", "11");
        yard.startTriggers();
        assertEquals(List.of("app-1 11 [Image change]"), builds());
    }

    @Test
    void a_paused_trigger_does_nothing_until_it_goes_on() throws Exception {
        yard.push("builder", "11");
        yard.startTriggers();
        app("{'type':'ImageChange','imageChange':{'paused':true}}");
        assertEquals(List.of(), builds());
        change(config -> Json.child(config, "spec")
                .set("triggers", Yard.json("{'t':[" + IMAGE_CHANGE + "]}").path("t")));
        assertEquals(List.of("app-1 11 [Image change]"), builds());
    }

    @Test
    void a_paused_configuration_does_nothing_until_it_goes_on() throws Exception {
        yard.push("builder", "11");
        app(CONFIG_CHANGE);
        change(config -> Json.child(Json.child(config, "metadata"), "annotations")
                .put("openshift.io/build-config.paused", "true"));
        yard.startTriggers();
        assertEquals(List.of(), builds());
        change(config -> Json.child(config, "metadata").remove("annotations"));
        assertEquals(List.of("app-1 11 [Build configuration change]"), builds());
    }

    @Test
    void another_image_than_the_builder_can_start_builds_too() throws Exception {
        yard.push("builder", "11");
        yard.stream("data");
        yard.startTriggers();
        app("{'type':'ImageChange','imageChange':{'from':{'kind':'ImageStreamTag','name':'data:latest'}}}");
        assertEquals(List.of(), builds());
        yard.push("data", "33");
        assertEquals(List.of("app-1 11 [Image change]"), builds());
        yard.push("builder", "22");
        assertEquals(List.of("app-1 11 [Image change]"), builds());
    }

    @Test
    void a_configuration_for_uploads_waits_for_them() throws Exception {
        yard.push("builder", "11");
        yard.startTriggers();
        yard.config("app", FROM_BUILDER, ",'triggers':[" + CONFIG_CHANGE + "," + IMAGE_CHANGE + "]");
        assertEquals(List.of(), builds());
    }
}
