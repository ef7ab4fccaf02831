package dev.s2ioc.cluster.api;

import dev.s2ioc.cluster.ApiClient;
import dev.s2ioc.cluster.kind.CoreKinds;
import dev.s2ioc.cluster.kind.Kinds;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.Tokens;
import dev.s2ioc.cluster.network.route.RouteApi;
import dev.s2ioc.cluster.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** An API server for tests, on a free port, and a client that trusts it. */
final class TestCluster extends ApiClient {
    final Store store;
    final Machinery machinery;
    final ApiServer server;
    final List<Throwable> failures;
    final String developer;
    final String admin;

    TestCluster(Path directory) throws IOException, GeneralSecurityException {
        this(directory, machinery -> {});
    }

    TestCluster(Path directory, Consumer<Machinery> moreKinds) throws IOException, GeneralSecurityException {
        this(directory, moreKinds, Duration.ofMinutes(5));
    }

    TestCluster(Path directory, Consumer<Machinery> moreKinds, Duration pulse)
            throws IOException, GeneralSecurityException {
        Store store = Store.open(directory.resolve("cluster.db"));
        Machinery machinery = new Machinery(store, new Kinds(), InstantSource.system());
        CoreKinds core = new CoreKinds(machinery);
        RouteApi.addKind(machinery);
        moreKinds.accept(machinery);
        core.start();
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        ApiServer server = ApiServer.start(
                machinery, new ApiOptions(0, directory.resolve("api"), List.of(), failures::add, pulse));
        Tokens tokens = new Tokens(machinery);
        String developer = tokens.issue("developer", "test", Duration.ofHours(1));
        super(server.url(), server.authorityPem(), developer);
        this.store = store;
        this.machinery = machinery;
        this.server = server;
        this.failures = failures;
        this.developer = developer;
        this.admin = tokens.issue("kubeadmin", "test", Duration.ofHours(1));
        post(developer, "/apis/project.openshift.io/v1/projectrequests", "{\"metadata\":{\"name\":\"demo\"}}");
    }

    @Override
    public void close() {
        server.close();
        store.close();
        super.close();
    }
}
