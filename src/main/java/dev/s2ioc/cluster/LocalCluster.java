package dev.s2ioc.cluster;

import dev.s2ioc.cluster.api.ApiOptions;
import dev.s2ioc.cluster.api.ApiServer;
import dev.s2ioc.cluster.api.Certificates;
import dev.s2ioc.cluster.api.ComingCertificates;
import dev.s2ioc.cluster.build.BuildApi;
import dev.s2ioc.cluster.build.BuildController;
import dev.s2ioc.cluster.build.BuildSettings;
import dev.s2ioc.cluster.build.Triggers;
import dev.s2ioc.cluster.controller.ControllerApi;
import dev.s2ioc.cluster.engine.EngineException;
import dev.s2ioc.cluster.engine.EngineSettings;
import dev.s2ioc.cluster.engine.Engines;
import dev.s2ioc.cluster.engine.LocalRegistry;
import dev.s2ioc.cluster.image.ImageApi;
import dev.s2ioc.cluster.image.ImageStreams;
import dev.s2ioc.cluster.image.Imports;
import dev.s2ioc.cluster.image.PullThrough;
import dev.s2ioc.cluster.image.Registries;
import dev.s2ioc.cluster.image.RegistryTrust;
import dev.s2ioc.cluster.image.Remotes;
import dev.s2ioc.cluster.kind.BuildConfigKind;
import dev.s2ioc.cluster.kind.BuildKind;
import dev.s2ioc.cluster.kind.CoreKinds;
import dev.s2ioc.cluster.kind.Kinds;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.StoredResource;
import dev.s2ioc.cluster.kind.Users;
import dev.s2ioc.cluster.kind.template.TemplateApi;
import dev.s2ioc.cluster.network.NetworkApi;
import dev.s2ioc.cluster.network.OwnServices;
import dev.s2ioc.cluster.network.route.RouteApi;
import dev.s2ioc.cluster.network.trust.ServiceAuthority;
import dev.s2ioc.cluster.pod.Kubelet;
import dev.s2ioc.cluster.pod.KubeletSettings;
import dev.s2ioc.cluster.pod.Node;
import dev.s2ioc.cluster.pod.Patience;
import dev.s2ioc.cluster.registry.Registry;
import dev.s2ioc.cluster.storage.ClaimDirectories;
import dev.s2ioc.cluster.storage.StorageApi;
import dev.s2ioc.cluster.store.Store;
import dev.s2ioc.cluster.workload.WorkloadApi;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A cluster on this machine, in this process: assembles the parts, starts them in order, stops them in reverse. */
public final class LocalCluster implements AutoCloseable {
    private static final int USUAL_API_PORT = 6443;
    private static final int USUAL_REGISTRY_PORT = 5000;

    /**
     * How the cluster runs.
     *
     * @param directory where everything is kept; made for the owner only
     * @param port of the API; 0 for any, empty for the one of last time, else 6443
     * @param registryPort of the registry; 0 for any, empty for the one of last time, else 5000
     * @param routerPort of the router; 0 for any, empty for the one of last time, else 80, else 8080
     * @param engine what builds images; empty for the first that works here
     * @param cacheLayers whether Docker builds take layers of earlier ones
     * @param anonymousPull whether images can be pulled without a token; empty for what held last time, else yes
     * @param environment in which engines are run
     * @param log hears what goes wrong inside
     */
    public record Options(
            Path directory,
            Optional<Integer> port,
            Optional<Integer> registryPort,
            Optional<Integer> routerPort,
            Optional<String> engine,
            boolean cacheLayers,
            Optional<Boolean> anonymousPull,
            Map<String, String> environment,
            Clock clock,
            PrintStream log) {

        /** With Docker builds as OpenShift does them: each layer is made anew; with a router on any port. */
        public Options(
                Path directory,
                Optional<Integer> port,
                Optional<Integer> registryPort,
                Optional<String> engine,
                Map<String, String> environment,
                Clock clock,
                PrintStream log) {
            this(
                    directory,
                    port,
                    registryPort,
                    Optional.of(0),
                    engine,
                    false,
                    Optional.empty(),
                    environment,
                    clock,
                    log);
        }
    }

    private final Store store;
    private final Registry registry;
    private final BuildController builds;
    private final Kubelet kubelet;
    private final StorageApi storage;
    private final NetworkApi network;
    private final RouteApi routes;
    private final ServiceAuthority authority;
    private final Triggers triggers;
    private final Imports imports;
    private final ControllerApi controllers;
    private final ApiServer api;
    private final Engineering engineering;
    private final AccessTokens tokens;
    private final RegistryPruning pruning;
    private final boolean anonymousPull;

    private LocalCluster(
            Store store,
            Registry registry,
            BuildController builds,
            Kubelet kubelet,
            StorageApi storage,
            NetworkApi network,
            RouteApi routes,
            ServiceAuthority authority,
            Triggers triggers,
            Imports imports,
            ControllerApi controllers,
            ApiServer api,
            Engineering engineering,
            AccessTokens tokens,
            RegistryPruning pruning,
            boolean anonymousPull) {
        this.store = store;
        this.registry = registry;
        this.builds = builds;
        this.kubelet = kubelet;
        this.storage = storage;
        this.network = network;
        this.routes = routes;
        this.authority = authority;
        this.triggers = triggers;
        this.imports = imports;
        this.controllers = controllers;
        this.api = api;
        this.engineering = engineering;
        this.tokens = tokens;
        this.pruning = pruning;
        this.anonymousPull = anonymousPull;
    }

    /** Starts a cluster; it answers when this returns. */
    public static LocalCluster start(Options options) throws IOException {
        if (options.engine().isPresent()) {
            try {
                Engines.check(options.engine().get());
            } catch (EngineException e) {
                throw new IOException(e.getMessage(), e);
            }
        }
        Path directory = options.directory();
        Files.createDirectories(directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        Ports ports = new Ports(directory);
        int apiPort = ports.choose("api", options.port(), USUAL_API_PORT);
        int registryPort = ports.choose("registry", options.registryPort(), USUAL_REGISTRY_PORT);
        // These have much to wait for: they begin first, beside the rest.
        ComingCertificates certificates = ComingCertificates.in(directory.resolve("api"));
        Engineering engineering = new Engineering(() -> Engines.open(
                options.engine().orElse(""),
                new EngineSettings(
                        directory.resolve("engine"),
                        new LocalRegistry(Registries.INTERNAL, registryPort),
                        options.environment())));
        Store store = Store.open(directory.resolve("cluster.db"));
        Kinds kinds = new Kinds();
        Machinery machinery = new Machinery(store, kinds, options.clock());
        Registries registries = new Registries(() -> "127.0.0.1:" + registryPort);
        AccountCredentials credentials = new AccountCredentials(machinery, registries.address());
        CoreKinds core = new CoreKinds(machinery, credentials);
        boolean anonymousPull = new Setting(directory.resolve("anonymous-pull"), true).choose(options.anonymousPull());

        ImageStreams streams = new ImageStreams(machinery);
        Remotes remotes = new Remotes(machinery, RegistryTrust.of(options.environment()));
        Registry registry = Registry.start(
                directory.resolve("registry"),
                registryPort,
                new StreamedRegistry(
                        streams,
                        new PullThrough(streams, remotes),
                        machinery,
                        new RegistryGuard(machinery, anonymousPull)),
                options.clock().instant());

        BuildController builds = new BuildController(
                machinery,
                streams,
                new BuildSettings(
                        directory.resolve("builds"),
                        engineering::engine,
                        options.environment(),
                        options.cacheLayers()));
        kinds.add(new StoredResource(machinery, new BuildConfigKind()));
        kinds.add(new StoredResource(machinery, new BuildKind(), BuildApi.buildHooks(builds)));
        BuildApi.addTo(kinds, machinery, streams, builds);
        ClaimDirectories claims = new ClaimDirectories(directory.resolve("volumes"));
        Kubelet kubelet = new Kubelet(
                machinery,
                new KubeletSettings(
                        directory.resolve("kubelet"),
                        engineering::engine,
                        new PodSupplies(machinery, directory.resolve("api"), claims),
                        Patience.of(options.clock()),
                        failures(options.log())));
        WorkloadApi.addTo(machinery, streams, builds, kubelet);
        StorageApi storage = StorageApi.addTo(machinery, claims, failures(options.log()));
        ControllerApi controllers =
                ControllerApi.addTo(machinery, streams, Node::matches, kubelet.said(), failures(options.log()));
        NetworkApi network = NetworkApi.addTo(machinery, kubelet.access(), failures(options.log()));
        RouteApi routes = RouteApi.addTo(machinery, kubelet.access(), router(options, ports), failures(options.log()));
        ServiceAuthority authority = new ServiceAuthority(
                machinery, new ClusterAuthority(directory.resolve("api")), failures(options.log()));
        Imports imports = ImageApi.addTo(kinds, machinery, streams, registries, remotes);
        TemplateApi.addTo(machinery);

        core.start();
        credentials.refresh();
        ApiServer api = ApiServer.start(
                machinery,
                new ApiOptions(
                        apiPort,
                        directory.resolve("api"),
                        names(machinery, apiPort, registryPort),
                        failures(options.log())),
                certificates);
        FirstProject.ensure(machinery);
        builds.start();
        storage.start();
        kubelet.start();
        network.start();
        routes.start();
        authority.start();
        Triggers triggers = BuildApi.triggers(machinery, streams, builds);
        triggers.start();
        imports.start();
        controllers.start();
        return new LocalCluster(
                store,
                registry,
                builds,
                kubelet,
                storage,
                network,
                routes,
                authority,
                triggers,
                imports,
                controllers,
                api,
                engineering,
                new AccessTokens(machinery, directory.resolve("api")),
                new RegistryPruning(registry, failures(options.log())),
                anonymousPull);
    }

    /** Lets pods reach API and registry as they do elsewhere; answers the names that the API has for them. */
    private static List<String> names(Machinery machinery, int apiPort, int registryPort) {
        OwnServices own = new OwnServices(machinery);
        own.ensure("openshift-image-registry", "image-registry", "5000-tcp", 5000, registryPort);
        String address = own.ensure("default", "kubernetes", "https", 443, apiPort);
        return List.of(
                "kubernetes",
                "kubernetes.default",
                "kubernetes.default.svc",
                "kubernetes.default.svc.cluster.local",
                address);
    }

    /** The port for HTTPS goes with the one for HTTP: the usual one beside the usual one. */
    private static RouteApi.Settings router(Options options, Ports ports) throws IOException {
        int port = ports.choose("router", options.routerPort(), 80, 8080);
        Optional<Integer> any = options.routerPort().filter(wanted -> wanted == 0);
        int secure = ports.choose("router-tls", any, port == 80 ? 443 : 8443);
        Path directory = options.directory().resolve("api");
        return new RouteApi.Settings(
                port, secure, host -> Certificates.in(directory).forHost(host));
    }

    private static Consumer<Throwable> failures(PrintStream log) {
        return failure -> {
            synchronized (log) {
                failure.printStackTrace(log);
            }
        };
    }

    /** The address of the API, {@code https://127.0.0.1:PORT}. */
    public URI server() {
        return api.url();
    }

    /** The address of the registry, {@code 127.0.0.1:PORT}. */
    public String registry() {
        return registry.address();
    }

    /** Where routes are served, {@code http://*.apps.localhost:PORT}. */
    public String router() {
        return "http://*." + RouteApi.DOMAIN + (routes.port() == 80 ? "" : ":" + routes.port());
    }

    /** Where routes with TLS are served. */
    public String secureRouter() {
        return "https://*." + RouteApi.DOMAIN + (routes.securePort() == 443 ? "" : ":" + routes.securePort());
    }

    /** Whether images can be pulled without a token. */
    public boolean anonymousPull() {
        return anonymousPull;
    }

    /** What builds images here; a sentence that says what to install when nothing can. */
    public String engine() {
        return engineering.describe();
    }

    /** What runs pods here, and how they reach each other; a sentence that says what to install when nothing can. */
    public String pods() {
        return engineering.describePods();
    }

    /** PEM of the authority that clients of the API have to trust. */
    public String certificateAuthority() throws IOException {
        return api.authorityPem();
    }

    /** What the API shows to who connects, its own certificate first. */
    public List<X509Certificate> chain() {
        return api.chain();
    }

    public String kubeadminPassword() {
        return api.adminPassword();
    }

    /** A token for the user {@code developer}; the same after each start. */
    public String developerToken() throws IOException {
        return tokens.of(Users.DEVELOPER);
    }

    /** A token for the user {@code kubeadmin}; the same after each start. */
    public String kubeadminToken() throws IOException {
        return tokens.of(Users.ADMIN);
    }

    /** Ends what runs and closes what is open, the API first: nothing new comes in while the rest ends. */
    @Override
    public void close() {
        api.close();
        controllers.close();
        imports.close();
        pruning.close();
        triggers.close();
        builds.close();
        authority.close();
        routes.close();
        network.close();
        kubelet.close();
        storage.close();
        engineering.close();
        registry.close();
        store.close();
    }

    /**
     * Removes everything that a cluster has left in its directory and with its engine; none may be running there. Answers what could
     * not be ended, and why.
     */
    public static List<String> erase(Path directory, Map<String, String> environment)
            throws IOException, InterruptedException {
        List<String> complaints = Engines.erase(new EngineSettings(
                directory.resolve("engine"), new LocalRegistry(Registries.INTERNAL, USUAL_REGISTRY_PORT), environment));
        new Erasure(directory).run();
        return complaints;
    }
}
