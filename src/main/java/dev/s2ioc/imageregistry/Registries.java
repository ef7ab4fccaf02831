package dev.s2ioc.imageregistry;

import dev.s2ioc.client.TlsMaterial;
import dev.s2ioc.kubeconfig.ClientConfig;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/** Image registries over HTTP: which scheme each speaks, who we are there, where it sends us on. */
public final class Registries implements AutoCloseable {
    private static final Duration PATIENCE = RegistryRequest.SHORT;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int MOST_REDIRECTS = 5;

    private final Trust trust;
    private final Logins logins;
    private final HttpClient http;
    private final Map<String, URI> bases = new ConcurrentHashMap<>();
    private final Map<String, String> authorizations = new ConcurrentHashMap<>();

    public Registries(Trust trust, Logins logins) {
        this.trust = trust;
        this.logins = logins;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .sslContext(tls(trust))
                .build();
    }

    private static SSLContext tls(Trust trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    null,
                    TlsMaterial.trust(new ClientConfig.Tls(trust.authorities(), trust.insecure())),
                    new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("TLS is not to be had", e);
        }
    }

    /** A repository of a registry. Docker Hub's own images may be named without a project. */
    public Repository repository(String host, String path) {
        boolean official = host.equals("docker.io") && !path.contains("/");
        return new RemoteRepository(this, host, official ? "library/" + path : path);
    }

    /** Whether a registry can be reached at all, whatever it thinks of us. */
    public void reach(String host) throws IOException, InterruptedException {
        base(host);
    }

    /** Fails if a registry does not take a login. */
    public void check(String host, Login login) throws IOException, InterruptedException {
        URI uri = base(host).resolve("/v2/");
        HttpResponse<InputStream> asked = exchange(host, RegistryRequest.get("/v2/"), uri, Optional.empty());
        asked.body().close();
        Optional<Challenge> challenge = Challenge.of(asked.headers().allValues("WWW-Authenticate"));
        if (asked.statusCode() != 401 || challenge.isEmpty()) {
            return;
        }
        String authorization = authentication(host).answer(challenge.get(), "", Optional.of(login));
        HttpResponse<InputStream> answer = exchange(host, RegistryRequest.get("/v2/"), uri, Optional.of(authorization));
        requireSuccess(answer).body().close();
    }

    /** Sends a request about a repository; the caller closes the answer's body. */
    HttpResponse<InputStream> send(RemoteRepository repository, RegistryRequest request)
            throws IOException, InterruptedException {
        String host = repository.host();
        URI uri = base(host).resolve("/v2/" + repository.path() + "/").resolve(request.target());
        String scope = "repository:" + repository.path() + ":" + request.actions();
        String key = host + " " + scope;
        HttpResponse<InputStream> answer = exchange(host, request, uri, Optional.ofNullable(authorizations.get(key)));
        if (answer.statusCode() == 401 && request.isRepeatable()) {
            Optional<Challenge> challenge = Challenge.of(answer.headers().allValues("WWW-Authenticate"));
            Optional<Login> login = logins.find(host, repository.path());
            if (challenge.isPresent() && (login.isPresent() || challenge.get().isBearer())) {
                answer.body().close();
                authorizations.put(key, authentication(host).answer(challenge.get(), scope, login));
                answer = exchange(host, request, uri, Optional.of(authorizations.get(key)));
            }
        }
        return requireSuccess(answer);
    }

    private static HttpResponse<InputStream> requireSuccess(HttpResponse<InputStream> answer) throws IOException {
        if (answer.statusCode() >= 400) {
            try (InputStream body = answer.body()) {
                throw Refusals.of(answer, body.readNBytes(Refusals.LONGEST));
            }
        }
        return answer;
    }

    private Authentication authentication(String host) {
        return new Authentication(http, trust.allowsPlain(host));
    }

    /** The address of a registry, once it is known whether it speaks TLS. */
    private URI base(String host) throws IOException, InterruptedException {
        URI known = bases.get(host);
        if (known != null) {
            return known;
        }
        String name = host.equals("docker.io") ? "registry-1.docker.io" : host;
        IOException failure = null;
        for (String scheme : trust.schemes(host)) {
            URI base = URI.create(scheme + "://" + name + "/");
            try {
                ping(host, base);
                bases.put(host, base);
                return base;
            } catch (IOException e) {
                failure = e;
                if (isUntrusted(e)) {
                    break;
                }
            }
        }
        throw unreachable(host, failure);
    }

    private void ping(String host, URI base) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer =
                exchange(host, RegistryRequest.get("/v2/"), base.resolve("/v2/"), Optional.empty());
        answer.body().close();
        if (answer.statusCode() != 200 && answer.statusCode() != 401) {
            throw new RegistryException(
                    answer.statusCode(), "it answered " + answer.statusCode() + " to GET " + base.resolve("/v2/"));
        }
    }

    /** Who speaks TLS but cannot be believed is not to be asked without TLS instead. */
    private static boolean isUntrusted(Throwable failure) {
        return failure != null && (failure instanceof CertificateException || isUntrusted(failure.getCause()));
    }

    private static RegistryException unreachable(String host, IOException failure) {
        String reason = switch (failure) {
            case SSLException e ->
                "tls: " + e.getMessage() + "\nTrust its certificate with --certificate-authority, or do not ask for one"
                        + " with --insecure.";
            case ConnectException e
            when e.getCause() instanceof UnresolvedAddressException
                    || e.getCause() != null && e.getCause().getCause() instanceof UnresolvedAddressException ->
                "no such host";
            case ConnectException e -> "connection refused";
            default -> failure.getMessage();
        };
        return new RegistryException("the registry " + host + " cannot be reached: " + reason, failure);
    }

    /** One request and what it is sent on to; where that is another server it is not told who we are. */
    private HttpResponse<InputStream> exchange(
            String host, RegistryRequest asked, URI uri, Optional<String> authorization)
            throws IOException, InterruptedException {
        URI known = bases.getOrDefault(host, uri);
        URI target = uri;
        for (int hop = 0; ; hop++) {
            HttpRequest.Builder request = HttpRequest.newBuilder(target).method(asked.method(), asked.body());
            asked.patience().ifPresent(request::timeout);
            asked.headers().forEach(request::header);
            if (target.getAuthority().equals(known.getAuthority())
                    && target.getScheme().equals(known.getScheme())) {
                authorization.ifPresent(value -> request.header("Authorization", value));
            }
            HttpResponse<InputStream> answer = http.send(request.build(), BodyHandlers.ofInputStream());
            Optional<String> location = answer.headers().firstValue("Location");
            if (!REDIRECTS.contains(answer.statusCode())
                    || location.isEmpty()
                    || hop == MOST_REDIRECTS
                    || !asked.isRepeatable()) {
                return answer;
            }
            answer.body().close();
            target = target.resolve(location.get());
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
