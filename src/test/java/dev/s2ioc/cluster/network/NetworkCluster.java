package dev.s2ioc.cluster.network;

import dev.s2ioc.cluster.ApiClient;
import dev.s2ioc.cluster.api.ApiOptions;
import dev.s2ioc.cluster.api.ApiServer;
import dev.s2ioc.cluster.api.Certificates;
import dev.s2ioc.cluster.kind.Column;
import dev.s2ioc.cluster.kind.CoreKinds;
import dev.s2ioc.cluster.kind.Kind;
import dev.s2ioc.cluster.kind.Kinds;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.PartSubresource;
import dev.s2ioc.cluster.kind.StoredResource;
import dev.s2ioc.cluster.kind.Tokens;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.network.route.RouteApi;
import dev.s2ioc.cluster.store.Store;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An API server whose pods are programs of this machine, and what its callers need to reach it. */
public final class NetworkCluster extends ApiClient {
    public static final Type PODS =
            Type.namespaced("", "v1", "pods", "Pod", "po").inAll();
    public static final String NAMESPACE = "demo";

    public final Machinery machinery;
    public final LocalPrograms pods;
    public final String token;
    public final List<Throwable> failures;

    private final Store store;
    private final ApiServer server;
    private final NetworkApi network;
    public final RouteApi routes;
    private final Path kubeconfig;

    public NetworkCluster(Path directory) throws IOException, GeneralSecurityException {
        Store store = Store.open(directory.resolve("cluster.db"));
        Machinery machinery = new Machinery(store, new Kinds(), InstantSource.system());
        CoreKinds core = new CoreKinds(machinery);
        StoredResource resource = new StoredResource(machinery, new PodsAsTheyAre());
        machinery.kinds().add(resource).add(PODS, PartSubresource.status(resource));
        LocalPrograms pods = new LocalPrograms();
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        NetworkApi network = NetworkApi.addTo(machinery, pods, failures::add);
        RouteApi routes = RouteApi.addTo(
                machinery,
                pods,
                new RouteApi.Settings(
                        freePort(),
                        freePort(),
                        host -> Certificates.in(directory.resolve("api")).forHost(host)),
                failures::add);
        core.start();
        network.start();
        routes.start();
        ApiServer server = ApiServer.start(machinery, new ApiOptions(0, directory.resolve("api"), failures::add));
        String token = new Tokens(machinery).issue("developer", "test", Duration.ofHours(1));
        super(server.url(), server.authorityPem(), token);
        this.store = store;
        this.machinery = machinery;
        this.pods = pods;
        this.server = server;
        this.network = network;
        this.routes = routes;
        this.failures = failures;
        this.token = token;
        post("/apis/project.openshift.io/v1/projectrequests", "{\"metadata\":{\"name\":\"" + NAMESPACE + "\"}}");
        this.kubeconfig = Files.writeString(directory.resolve("kubeconfig"), """
                {"apiVersion":"v1","kind":"Config","current-context":"c",
                 "contexts":[{"name":"c","context":{"cluster":"c","user":"u","namespace":"demo"}}],
                 "clusters":[{"name":"c","cluster":{"server":"%s","certificate-authority-data":"%s"}}],
                 "users":[{"name":"u","user":{"token":"%s"}}]}""".formatted(
                        server.url(),
                        Base64.getEncoder().encodeToString(server.authorityPem().getBytes(StandardCharsets.UTF_8)),
                        token));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Makes a pod that runs. */
    public void pod(String name) {
        post("/api/v1/namespaces/demo/pods", """
                {"metadata":{"name":"%s"},"spec":{"containers":[{"name":"main","image":"i"}]},
                 "status":{"phase":"Running"}}""".formatted(name));
    }

    public String server() {
        return server.url().toString();
    }

    public String authority() throws IOException {
        return server.authorityPem();
    }

    public ProcessBuilder kubectl(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "kubectl";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("KUBECONFIG", kubeconfig.toString());
        builder.environment().put("HOME", kubeconfig.getParent().toString());
        return builder;
    }

    @Override
    public void close() {
        pods.close();
        server.close();
        routes.close();
        network.close();
        store.close();
        super.close();
    }

    /** Pods that say themselves how they are. */
    private static final class PodsAsTheyAre implements Kind {
        @Override
        public Type type() {
            return PODS;
        }

        @Override
        public List<Column> columns() {
            return List.of(Column.objectName());
        }
    }
}
