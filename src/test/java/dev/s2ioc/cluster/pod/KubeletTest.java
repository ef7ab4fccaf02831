package dev.s2ioc.cluster.pod;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.engine.ContainerSpec.Mount;
import dev.s2ioc.cluster.image.ImageStreams;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.CoreKinds;
import dev.s2ioc.cluster.kind.DeleteOptions;
import dev.s2ioc.cluster.kind.Kinds;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.Resource;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.StoredResource;
import dev.s2ioc.cluster.log.LogQuery;
import dev.s2ioc.cluster.pod.volume.PodVolumes.Supplies;
import dev.s2ioc.cluster.storage.ClaimDirectories;
import dev.s2ioc.cluster.storage.StorageApi;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Key;
import dev.s2ioc.cluster.store.Page;
import dev.s2ioc.cluster.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of pods whose containers do as they are told. */
@Timeout(180)
class KubeletTest {
    private static final Call IN = Call.internal("default");

    @TempDir
    Path directory;

    private final FakeContainers engine = new FakeContainers();
    private final List<Duration> slept = new CopyOnWriteArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private Store store;
    private Machinery machinery;
    private Resource pods;
    private Kubelet kubelet;
    private ClaimDirectories claims;
    private StorageApi storage;

    @BeforeEach
    void open() throws IOException {
        store = Store.open(directory.resolve("cluster.db"));
        machinery = new Machinery(store, new Kinds(), InstantSource.system());
        CoreKinds core = new CoreKinds(machinery);
        pods = PodApi.stored(machinery, new ImageStreams(machinery));
        machinery.kinds().add(pods);
        claims = new ClaimDirectories(directory.resolve("volumes"));
        storage = StorageApi.addTo(machinery, claims, failures::add);
        core.start();
        storage.start();
        begin();
    }

    private void begin() throws IOException {
        Patience quick = new Patience() {
            @Override
            public Instant instant() {
                return Instant.now();
            }

            @Override
            public void sleep(Duration time) throws InterruptedException {
                slept.add(time);
                Thread.sleep(Math.min(time.toMillis(), 20));
            }
        };
        Supplies supplies = new Supplies() {
            @Override
            public String token(String namespace, String account, long seconds) {
                return "token of " + account;
            }

            @Override
            public String authority() {
                return "authority";
            }

            @Override
            public Path place(JsonNode claim) {
                return claims.of(claim);
            }
        };
        kubelet = new Kubelet(
                machinery,
                new KubeletSettings(directory.resolve("kubelet"), () -> engine, supplies, quick, failures::add));
        kubelet.start();
    }

    @AfterEach
    void close() {
        kubelet.close();
        storage.close();
        store.close();
        assertEquals(List.of(), failures);
    }

    private void create(String spec) throws IOException {
        String json = "{'metadata':{'name':'p','namespace':'default'},'spec':{" + spec + "}}";
        pods.create(IN, (ObjectNode) Json.parse(json.replace('\'', '"')));
    }

    private static final String ONE = "'containers':[{'name':'c','image':'example.com/a:1'}]";

    private ObjectNode await(Predicate<ObjectNode> state) throws InterruptedException {
        Key key = new Key("pods", "default", "p");
        ObjectNode last = null;
        for (int i = 0; i < 2400; i++) {
            last = store.get(key).orElse(Json.object());
            if (state.test(last)) {
                return last;
            }
            Thread.sleep(25);
        }
        throw new AssertionError(Json.text(last) + events() + failures);
    }

    private ObjectNode awaitState(String word) throws InterruptedException {
        return await(pod -> new PodState(pod).text().equals(word));
    }

    private List<String> events() {
        return machinery.kinds().resource("events").list(IN, Page.ALL).items().stream()
                .map(event -> Json.at(event, "type") + " " + Json.at(event, "reason") + " " + Json.at(event, "message"))
                .toList();
    }

    private String log(Map<String, List<String>> query) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Call call = new Call(IN.user(), "default", query);
        kubelet.said().of(call, pods.get(IN, "p")).copy(new LogQuery(false, -1, Optional.empty(), false, -1), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_pod_runs_and_says_so_until_it_is_deleted() throws Exception {
        create(ONE);
        ObjectNode pod = await(each -> PodState.holds(each, "Ready"));
        assertEquals("Running 127.128.0.1", Json.at(pod, "status", "phase") + " " + Json.at(pod, "status", "podIP"));
        assertEquals(List.of("/entry", "arg"), engine.started.getFirst().argv());
        assertEquals("1", engine.started.getFirst().environment().get("FROM_IMAGE"));
        assertEquals(
                "example.com/a@sha256:1234",
                pod.path("status")
                        .path("containerStatuses")
                        .path(0)
                        .path("imageID")
                        .asText());
        assertEquals(
                "Started spec.containers{c}",
                store.list("events", "default").stream()
                        .filter(event -> Json.at(event, "reason").equals("Started"))
                        .map(event -> "Started " + Json.at(event, "involvedObject", "fieldPath"))
                        .findFirst()
                        .orElseThrow());
        Path token = engine.started.getFirst().mounts().stream()
                .filter(mount -> mount.destination().equals(AccountAdmission.DIRECTORY))
                .findFirst()
                .orElseThrow()
                .source();
        assertEquals(
                "token of default authority default",
                Files.readString(token.resolve("token")) + " " + Files.readString(token.resolve("ca.crt")) + " "
                        + Files.readString(token.resolve("namespace")));
        pods.delete(IN, "p", DeleteOptions.BACKGROUND);
        await(ObjectNode::isEmpty);
        assertEquals(List.of("c-0 30"), engine.stopped);
        assertTrue(events().contains("Normal Scheduled Successfully assigned default/p to localhost"));
        assertTrue(events().contains("Normal Killing Stopping container c"));
        assertEquals(0, engine.open.get());
        assertFalse(Files.exists(token));
    }

    @Test
    void what_ends_is_started_again_later_each_time() throws Exception {
        engine.codes.addAll(List.of(1, 0, 1));
        create(ONE);
        // What ends at once may have been ready for a moment before.
        await(each -> PodState.holds(each, "Ready") && new PodState(each).restarts() == 3);
        assertEquals(
                List.of(Duration.ofSeconds(10), Duration.ofSeconds(20)),
                slept.stream().filter(each -> each.toSeconds() >= 10).toList());
        assertEquals("hello from c-3\n", log(Map.of()));
        assertEquals("hello from c-2\nand no line end\n", log(Map.of("previous", List.of("true"))));
    }

    @Test
    void what_shall_not_be_started_again_ends() throws Exception {
        engine.codes.addAll(List.of(0, 3));
        create("'restartPolicy':'Never','initContainers':[{'name':'i','image':'example.com/a:1'}]," + ONE);
        ObjectNode pod = awaitState("Error");
        assertEquals("Failed", Json.at(pod, "status", "phase"));
        assertEquals(
                List.of("i-0", "c-0"),
                engine.started.stream().map(each -> each.name()).toList());
        await(each -> engine.open.get() == 0);
        assertEquals(
                "previous terminated container \"c\" in pod \"p\" not found",
                assertThrows(StatusException.class, () -> log(Map.of("previous", List.of("true"))))
                        .getMessage());
    }

    @Test
    void an_image_that_cannot_be_pulled_is_tried_again() throws Exception {
        engine.pullFailure = "manifest unknown";
        create(ONE);
        awaitState("ImagePullBackOff");
        assertEquals(
                "container \"c\" in pod \"p\" is waiting to start: trying and failing to pull image",
                assertThrows(StatusException.class, () -> log(Map.of())).getMessage());
        engine.pullFailure = "";
        await(each -> PodState.holds(each, "Ready"));
        assertTrue(events().contains("Warning Failed Failed to pull image \"example.com/a:1\": manifest unknown"));
    }

    @Test
    void a_pod_whose_time_is_over_before_it_has_begun_has_lost_its_containers() throws Exception {
        engine.pullFailure = "manifest unknown";
        create("'activeDeadlineSeconds':1," + ONE);
        ObjectNode pod = awaitState("ContainerStatusUnknown");
        assertEquals(
                "Failed DeadlineExceeded Pod was active on the node longer than the specified deadline",
                Json.at(pod, "status", "phase") + " " + Json.at(pod, "status", "reason") + " "
                        + Json.at(pod, "status", "message"));
        await(each -> engine.open.get() == 0);
    }

    @Test
    void probes_and_hooks_fail_in_the_words_of_the_kubelet() throws Exception {
        create("'containers':[{'name':'c','image':'example.com/a:1',"
                + "'ports':[{'name':'web','containerPort':8080}],"
                + "'readinessProbe':{'httpGet':{'path':'/ready','port':'web'}},"
                + "'livenessProbe':{'tcpSocket':{'port':9090},'failureThreshold':1000},"
                + "'lifecycle':{'preStop':{'exec':{'command':['bye']}}}}]");
        awaitEvent("Warning Unhealthy Readiness probe failed: Get \"http://127.128.0.1:8080/ready\":"
                + " dial tcp 127.128.0.1:8080: connect: connection refused");
        awaitEvent("Warning Unhealthy Liveness probe failed: dial tcp 127.128.0.1:9090: connect: connection refused");
        pods.delete(IN, "p", DeleteOptions.BACKGROUND);
        awaitEvent("Warning FailedPreStopHook PreStopHook failed");
        await(ObjectNode::isEmpty);
    }

    private static ObjectNode with(ObjectNode pod, String... containers) {
        ArrayNode all = Json.child(pod, "spec").putArray("ephemeralContainers");
        for (String each : containers) {
            all.addObject().put("name", each).put("image", "example.com/a:1");
        }
        return pod;
    }

    private String refusal(UnaryOperator<ObjectNode> change) {
        Resource added = new EphemeralContainers((StoredResource) pods, store);
        return assertThrows(StatusException.class, () -> added.update(IN, "p", change))
                .getMessage();
    }

    @Test
    void containers_that_are_added_look_into_a_pod_and_stay() throws Exception {
        create(ONE);
        await(each -> PodState.holds(each, "Ready"));
        engine.codes.add(3);
        new EphemeralContainers((StoredResource) pods, store).update(IN, "p", pod -> with(pod, "look"));
        ObjectNode pod = await(each -> each.at("/status/ephemeralContainerStatuses/0/state/terminated/exitCode")
                        .asInt()
                == 3);
        assertEquals("Running", Json.at(pod, "status", "phase"));
        assertTrue(PodState.holds(pod, "Ready"));
        assertEquals("hello from look-0\nand no line end\n", log(Map.of("container", List.of("look"))));
        assertEquals(
                "Pod \"p\" is invalid: spec.ephemeralContainers: Forbidden: existing ephemeral containers \"look\" may not"
                        + " be removed",
                refusal(each -> with(each, "other")));
        assertEquals("Pod \"p\" is invalid: spec.ephemeralContainers[1].name: Duplicate value: \"c\"", refusal(each -> {
            ObjectNode changed = each.deepCopy();
            Json.items(Json.child(changed, "spec"), "ephemeralContainers")
                    .addObject()
                    .put("name", "c")
                    .put("image", "example.com/a:1");
            return changed;
        }));
        pods.update(IN, "p", each -> {
            Json.child(Json.child(each, "metadata"), "labels").put("a", "b");
            Json.child(each, "spec").remove("ephemeralContainers");
            return each;
        });
        assertEquals(
                1, pods.get(IN, "p").path("spec").path("ephemeralContainers").size());
        pods.delete(IN, "p", DeleteOptions.BACKGROUND);
        await(ObjectNode::isEmpty);
        assertEquals(
                "Pod \"p\" is invalid: spec.ephemeralContainers: Forbidden: cannot be set on create",
                assertThrows(
                                StatusException.class,
                                () -> create("'ephemeralContainers':[{'name':'e','image':'i'}]," + ONE))
                        .getMessage());
    }

    @Test
    void a_missing_secret_is_waited_for() throws Exception {
        create("'containers':[{'name':'c','image':'example.com/a:1','args':['$(V)'],"
                + "'env':[{'name':'V','valueFrom':{'secretKeyRef':{'name':'s','key':'k'}}}]}]");
        awaitState("CreateContainerConfigError");
        ObjectNode secret = (ObjectNode) Json.parse("{\"metadata\":{\"name\":\"s\"},\"stringData\":{\"k\":\"v\"}}");
        machinery.kinds().resource("secrets").create(IN, secret);
        await(each -> PodState.holds(each, "Ready"));
        assertEquals(List.of("/entry", "v"), engine.started.getFirst().argv());
    }

    private ObjectNode claim(String more) throws IOException {
        return (ObjectNode) Json.parse(("{'metadata':{'name':'data'},'spec':{'accessModes':['ReadWriteOncePod'],"
                        + "'resources':{'requests':{'storage':'1Gi'}}" + more + "}}")
                .replace('\'', '"'));
    }

    @Test
    void a_pod_waits_for_its_claim_and_what_is_written_stays_until_the_claim_goes() throws Exception {
        Resource all = machinery.kinds().resource("persistentvolumeclaims");
        create("'volumes':[{'name':'v','persistentVolumeClaim':{'claimName':'data','readOnly':true}}],"
                + "'containers':[{'name':'c','image':'example.com/a:1',"
                + "'volumeMounts':[{'name':'v','mountPath':'/data'}]}]");
        String none = "Warning FailedScheduling 0/1 nodes are available: ";
        String end = ". preemption: 0/1 nodes are available: 1 Preemption is not helpful for scheduling.";
        awaitEvent(none + "persistentvolumeclaim \"data\" not found" + end);
        all.create(IN, claim(",'storageClassName':'fast'"));
        awaitEvent("Warning ProvisioningFailed storageclass.storage.k8s.io \"fast\" not found; this cluster has"
                + " \"local\", which claims without storageClassName get");
        awaitEvent(none + "pod has unbound immediate PersistentVolumeClaims" + end);
        all.delete(IN, "data", DeleteOptions.BACKGROUND);
        ObjectNode created = all.create(IN, claim(""));
        await(each -> PodState.holds(each, "Ready"));
        Mount mount = engine.started.getFirst().mounts().stream()
                .filter(each -> each.destination().equals("/data"))
                .findFirst()
                .orElseThrow();
        assertEquals(new Mount(claims.of(created).toRealPath(), "/data", true), mount);
        Files.writeString(mount.source().resolve("kept"), "kept");
        all.delete(IN, "data", DeleteOptions.BACKGROUND);
        assertTrue(all.get(IN, "data").path("metadata").has("deletionTimestamp"));
        assertTrue(Files.exists(mount.source().resolve("kept")));
        pods.delete(IN, "p", DeleteOptions.BACKGROUND);
        for (int i = 0; i < 2400 && Files.exists(mount.source()); i++) {
            Thread.sleep(25);
        }
        assertFalse(Files.exists(mount.source()));
        assertTrue(
                store.get(new Key("persistentvolumeclaims", "default", "data")).isEmpty());
    }

    private void awaitEvent(String event) throws InterruptedException {
        for (int i = 0; i < 2400 && !events().contains(event); i++) {
            Thread.sleep(25);
        }
        assertTrue(events().contains(event), () -> event + "\nis not among\n" + events());
    }

    @Test
    void what_a_claim_must_not_say_is_refused() throws Exception {
        Resource all = machinery.kinds().resource("persistentvolumeclaims");
        ObjectNode bad = (ObjectNode) Json.parse("{\"metadata\":{\"name\":\"bad\"},\"spec\":{\"accessModes\":[\"Any\"],"
                + "\"volumeMode\":\"Block\",\"selector\":{}}}");
        String message =
                assertThrows(StatusException.class, () -> all.create(IN, bad)).getMessage();
        for (String part : List.of(
                "spec.accessModes: Unsupported value: \"Any\": supported values: \"ReadOnlyMany\", \"ReadWriteMany\",",
                "spec.resources[storage]: Required value",
                "spec.volumeMode: Forbidden: the local cluster has directories, no devices; use Filesystem",
                "spec.selector: Forbidden: the local cluster has no volumes to choose from")) {
            assertTrue(message.contains(part), message);
        }
        all.create(IN, claim(""));
        for (int i = 0;
                i < 2400 && !Json.at(all.get(IN, "data"), "status", "phase").equals("Bound");
                i++) {
            Thread.sleep(25);
        }
        assertEquals(
                "PersistentVolumeClaim \"data\" is invalid: spec.resources.requests.storage: Forbidden: field can not be"
                        + " less than status.capacity",
                assertThrows(StatusException.class, () -> size(all, "1Mi")).getMessage());
        size(all, "2Gi");
        for (int i = 0;
                i < 2400 && !Json.text(all.get(IN, "data").path("status")).contains("2Gi");
                i++) {
            Thread.sleep(25);
        }
        assertEquals("2Gi", Json.at(all.get(IN, "data"), "status", "capacity", "storage"));
    }

    private static void size(Resource claims, String size) {
        claims.update(IN, "data", claim -> {
            Json.child(Json.child(Json.child(claim, "spec"), "resources"), "requests")
                    .put("storage", size);
            return claim;
        });
    }

    @Test
    void without_an_engine_pods_wait_and_say_what_to_install() throws Exception {
        engine.missing = "install buildah";
        create(ONE);
        await(pod -> Json.text(pod.path("status")).contains("Unschedulable"));
        assertEquals(List.of("Warning FailedScheduling 0/1 nodes are available: install buildah"), events());
        pods.delete(IN, "p", DeleteOptions.BACKGROUND);
        assertTrue(store.get(new Key("pods", "default", "p")).isEmpty());
    }

    @Test
    void pods_that_share_a_network_and_declare_the_same_port_are_told_of() throws Exception {
        engine.shared = true;
        create("'containers':[{'name':'c','image':'example.com/a:1','ports':[{'containerPort':8080}]}]");
        await(each -> PodState.holds(each, "Ready"));
        String other = "{'metadata':{'name':'q','namespace':'default'},'spec':{'containers':[{'name':'d',"
                + "'image':'example.com/a:1','ports':[{'containerPort':8080},{'containerPort':9090}]}]}}";
        pods.create(IN, (ObjectNode) Json.parse(other.replace('\'', '"')));
        String expected =
                "Warning PortConflict Port 8080 is declared by pod default/p, too: with this engine pods share"
                        + " the network of this machine, where only one of them can listen on it";
        for (int i = 0; i < 3000 && !events().contains(expected); i++) {
            Thread.sleep(20);
        }
        assertTrue(events().contains(expected), () -> events().toString());
    }

    @Test
    void limits_that_have_no_effect_are_told_of() throws Exception {
        engine.limitless = "only root may limit what programs take";
        create("'containers':[{'name':'c','image':'example.com/a:1','resources':{'limits':{'memory':'64Mi'}}}]");
        await(each -> PodState.holds(each, "Ready"));
        assertTrue(events().contains("Warning LimitsNotApplied The limits of container c have no effect:"
                + " only root may limit what programs take"));
    }

    @Test
    void after_a_restart_of_the_cluster_pods_run_again() throws Exception {
        create(ONE);
        await(each -> PodState.holds(each, "Ready"));
        kubelet.close();
        assertEquals(0, engine.open.get());
        begin();
        ObjectNode pod = await(each -> new PodState(each).restarts() == 1 && PodState.holds(each, "Ready"));
        assertEquals("Running", Json.at(pod, "status", "phase"));
        assertEquals(2, engine.started.size());
    }
}
