package dev.s2ioc.cluster.build;

import dev.s2ioc.s2i.Scripts;
import dev.s2ioc.s2i.Variable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The S2I scripts that a URL has: http and https ones, and directories of this machine. */
final class FetchedScripts {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String url;
    private final List<Variable> environment;

    /** In the environment there may be proxies. */
    FetchedScripts(String url, List<Variable> environment) {
        this.url = url.replaceFirst("/+$", "");
        this.environment = environment;
    }

    /** Writes those that are there into the directory; fails when there is none. */
    Set<String> into(Path directory) throws BuildFailure, InterruptedException {
        URI address = address();
        Set<String> fetched = new TreeSet<>();
        try {
            for (String name : Scripts.NAMES) {
                if (fetch(address.resolve(address.getRawPath() + "/" + name), directory.resolve(name))) {
                    fetched.add(name);
                }
            }
        } catch (IOException e) {
            throw noScripts(": " + e);
        }
        if (fetched.isEmpty()) {
            throw noScripts("");
        }
        return fetched;
    }

    private BuildFailure noScripts(String why) {
        return new BuildFailure(
                Reason.FetchScriptsFailed, "build error: could not download any scripts from URL " + url + why);
    }

    private URI address() throws BuildFailure {
        try {
            URI address = URI.create(url);
            if (Set.of("http", "https", "file").contains(String.valueOf(address.getScheme()))) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw notFetchable();
        }
        throw notFetchable();
    }

    private BuildFailure notFetchable() {
        return new BuildFailure(
                Reason.FetchScriptsFailed,
                "build error: scripts are taken from image:///path, http, https or file URLs, not from " + url);
    }

    /** False for what is not there. */
    private boolean fetch(URI script, Path file) throws IOException, InterruptedException {
        if (script.getScheme().equals("file")) {
            Path original = Path.of(script.getPath());
            if (!Files.isRegularFile(original)) {
                return false;
            }
            Files.copy(original, file, StandardCopyOption.REPLACE_EXISTING);
            return true;
        }
        HttpRequest request = HttpRequest.newBuilder(script).timeout(PATIENCE).build();
        try (HttpClient client = client(script.getScheme())) {
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() == 200) {
                Files.write(file, answer.body());
            }
            return answer.statusCode() == 200;
        }
    }

    private HttpClient client(String scheme) throws IOException {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(PATIENCE);
        for (Variable variable : environment) {
            if (variable.name().toLowerCase(Locale.ROOT).equals(scheme + "_proxy")) {
                builder.proxy(ProxySelector.of(proxy(variable)));
            }
        }
        return builder.build();
    }

    private static InetSocketAddress proxy(Variable variable) throws IOException {
        try {
            URI proxy = URI.create(variable.value());
            return new InetSocketAddress(proxy.getHost(), proxy.getPort() < 0 ? 80 : proxy.getPort());
        } catch (IllegalArgumentException e) {
            throw new IOException(variable.name() + " is no URL of a proxy", e);
        }
    }
}
