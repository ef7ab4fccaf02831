package dev.s2ioc.cluster.conformance;

import dev.s2ioc.cluster.ApiClient;
import dev.s2ioc.cluster.api.ApiOptions;
import dev.s2ioc.cluster.api.ApiServer;
import dev.s2ioc.cluster.controller.ControllerApi;
import dev.s2ioc.cluster.image.ImageStreams;
import dev.s2ioc.cluster.kind.CoreKinds;
import dev.s2ioc.cluster.kind.Kinds;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.Tokens;
import dev.s2ioc.cluster.log.Journals;
import dev.s2ioc.cluster.log.LineLog;
import dev.s2ioc.cluster.network.route.RouteApi;
import dev.s2ioc.cluster.pod.PodApi;
import dev.s2ioc.cluster.storage.ClaimDirectories;
import dev.s2ioc.cluster.storage.StorageApi;
import dev.s2ioc.cluster.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;

/** The kinds that controllers work at, and no controllers: what is made stays as it is. */
final class QuietCluster extends ApiClient {
    private final Store store;
    private final ApiServer server;

    QuietCluster(Path directory) throws IOException, GeneralSecurityException {
        Store store = Store.open(directory.resolve("quiet.db"));
        Machinery machinery = new Machinery(store, new Kinds(), InstantSource.system());
        CoreKinds core = new CoreKinds(machinery);
        Consumer<Throwable> failures = failure -> failure.printStackTrace(System.err);
        ImageStreams streams = new ImageStreams(machinery);
        machinery.kinds().add(PodApi.stored(machinery, streams));
        ControllerApi.addTo(machinery, streams, node -> true, new Nobody(), failures);
        StorageApi.addTo(machinery, new ClaimDirectories(directory.resolve("quiet-volumes")), failures);
        RouteApi.addKind(machinery);
        core.start();
        ApiServer server = ApiServer.start(machinery, new ApiOptions(0, directory.resolve("quiet-api"), failures));
        super(
                server.url(),
                server.authorityPem(),
                new Tokens(machinery).issue("kubeadmin", "test", Duration.ofHours(1)));
        this.store = store;
        this.server = server;
        post(
                "/apis/project.openshift.io/v1/projectrequests",
                "{\"metadata\":{\"name\":\"" + WholeCluster.NAMESPACE + "\"}}");
    }

    @Override
    public void close() {
        super.close();
        server.close();
        store.close();
    }

    /** Who deploys nothing says nothing. */
    private static final class Nobody implements Journals {
        @Override
        public LineLog open(String pod, String container) {
            throw new IllegalStateException();
        }

        @Override
        public void delete(String pod, String container) {
            throw new IllegalStateException();
        }
    }
}
