package dev.s2ioc.command.adm;

import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.Parallel;
import dev.s2ioc.imageregistry.Login;
import dev.s2ioc.imageregistry.Logins;
import dev.s2ioc.imageregistry.Registries;
import dev.s2ioc.imageregistry.RegistryException;
import dev.s2ioc.imageregistry.RegistryRemoval;
import dev.s2ioc.imageregistry.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** The flags that say how the cluster's registry is reached. */
public final class PruneRegistryFlags {
    private static final Pattern ADDRESS = Pattern.compile("(?:(https?)://)?([^/?]+)/?");

    @Option(
            names = "--prune-registry",
            paramLabel = "BOOL",
            arity = "0..1",
            fallbackValue = "true",
            defaultValue = "true",
            description =
                    "Remove content from the registry too, not only objects of the API. Default: ${DEFAULT-VALUE}")
    boolean prune;

    @Option(
            names = "--registry-url",
            paramLabel = "[SCHEME://]HOST[:PORT]",
            description = "Where the registry is reached. Default: where the image streams say that it is")
    String url;

    @Option(names = "--force-insecure", description = "Take any certificate of the registry, and plain HTTP.")
    boolean insecure;

    @Option(
            names = "--num-workers",
            paramLabel = "N",
            defaultValue = "5",
            description = "Remove so many pieces of content at a time. Default: ${DEFAULT-VALUE}")
    int workers;

    private Optional<String> authority = Optional.empty();

    /** @throws CommandFailure if the flags contradict each other */
    void check(CommandContext context) {
        // Of all commands this flag is for the API server; here it is for the registry, as with oc.
        authority = context.flags().takeCertificateAuthority();
        if (url != null && !ADDRESS.matcher(url).matches()) {
            throw new CommandFailure("invalid --registry-url flag: it must be HOST[:PORT], http://HOST[:PORT] or"
                    + " https://HOST[:PORT]");
        }
        if (insecure && authority.isPresent()) {
            throw new CommandFailure("--certificate-authority cannot be specified with --force-insecure");
        }
        if (authority.isPresent() && isPlain()) {
            throw new CommandFailure("--certificate-authority cannot be specified for insecure http protocol");
        }
    }

    private boolean isPlain() {
        return url != null && url.startsWith("http://");
    }

    /** The registry, which must be there and know us. */
    RegistryContent open(ClusterImages images, CommandContext context) throws IOException, InterruptedException {
        String host = host(images);
        String token = context.clientConfig()
                .credentials()
                .bearerToken()
                .orElseThrow(() -> new CommandFailure(
                        "you must use a client config with a token" + "\nTo get one, run: s2ioc login"));
        Optional<byte[]> pem = Optional.empty();
        if (authority.isPresent()) {
            pem = Optional.of(Files.readAllBytes(context.surroundings().resolve(authority.get())));
        }
        Login login = new Login("token", token);
        Registries registries = new Registries(new Trust(insecure || isPlain(), pem), Logins.always(login));
        try {
            registries.check(host, login);
        } catch (RegistryException e) {
            registries.close();
            String hint = url == null
                    ? "\n* Please provide a reachable route to the integrated registry using --registry-url."
                    : "";
            throw new CommandFailure("failed to ping registry " + host + ": " + e.getMessage() + hint, e);
        }
        return new RegistryContent(
                Optional.of(new RegistryRemoval(registries, host)),
                new Parallel(workers),
                context.streams().out());
    }

    private String host(ClusterImages images) {
        if (url != null) {
            Matcher address = ADDRESS.matcher(url);
            address.matches();
            return address.group(2);
        }
        return images.registry()
                .orElseThrow(() -> new CommandFailure("unable to find the remote registry host: no managed image found"
                        + "\nName it with --registry-url, or leave it alone with --prune-registry=false."));
    }
}
