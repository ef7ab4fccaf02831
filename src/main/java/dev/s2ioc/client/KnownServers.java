package dev.s2ioc.client;

import dev.s2ioc.kubeconfig.ClientConfig;
import dev.s2ioc.kubeconfig.PrivateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Certificates that the JDK has found valid for a server, its name and its authorities, kept so that the same bytes need not
 * be judged again: that judgement takes a new JVM some tenths of a second. Nothing is ever judged here. What is kept counts for
 * the very same authorities, host and chain only, and no longer than the first certificate of the chain that expires.
 */
public final class KnownServers {
    /** Keeps nothing. */
    public static final KnownServers NONE = new KnownServers(Optional.empty(), Clock.systemUTC());

    private static final String FORM = "known server 1";

    private final Optional<Path> directory;
    private final Clock clock;

    private KnownServers(Optional<Path> directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** Keeps them in files of this directory, one for each server, which only its owner can write. */
    public static KnownServers in(Path directory, Clock clock) {
        return new KnownServers(Optional.of(directory), clock);
    }

    /** The chain (DER, the server's own first) that was valid and still is; empty if there is none. */
    Optional<List<byte[]>> chain(ClientConfig config) {
        return directory.flatMap(kept -> {
            try {
                return chain(config, Files.readAllLines(file(kept, config), StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // Missing, mostly. Whatever it is, the server is judged again then.
                return Optional.empty();
            }
        });
    }

    private Optional<List<byte[]>> chain(ClientConfig config, List<String> lines) {
        List<String> expected = subject(config);
        if (lines.size() <= expected.size() + 1
                || !lines.subList(0, expected.size()).equals(expected)) {
            return Optional.empty();
        }
        try {
            Instant until = Instant.ofEpochMilli(Long.parseLong(lines.get(expected.size())));
            if (!clock.instant().isBefore(until)) {
                return Optional.empty();
            }
            List<byte[]> chain = new ArrayList<>();
            for (String line : lines.subList(expected.size() + 1, lines.size())) {
                chain.add(Base64.getDecoder().decode(line));
            }
            return Optional.of(chain);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What the JDK has just found valid for this server. */
    void remember(ClientConfig config, X509Certificate[] chain) {
        try {
            List<byte[]> encoded = new ArrayList<>();
            for (X509Certificate certificate : chain) {
                encoded.add(certificate.getEncoded());
            }
            long until = Arrays.stream(chain)
                    .mapToLong(certificate -> certificate.getNotAfter().getTime())
                    .min()
                    .orElse(0);
            remember(config, encoded, Instant.ofEpochMilli(until));
        } catch (CertificateEncodingException e) {
            // The server is judged again next time.
        }
    }

    /**
     * The same, from whoever has made the server's certificates and needs no judgement of them.
     *
     * @param chain DER, the server's own first
     * @param until when the first of them expires
     */
    public void remember(ClientConfig config, List<byte[]> chain, Instant until) {
        if (directory.isEmpty()) {
            return;
        }
        try {
            List<String> lines = new ArrayList<>(subject(config));
            lines.add(Long.toString(until.toEpochMilli()));
            chain.forEach(certificate -> lines.add(Base64.getEncoder().encodeToString(certificate)));
            PrivateFile.createDirectories(directory.get());
            PrivateFile.replace(file(directory.get(), config), String.join("\n", lines) + "\n");
        } catch (IOException e) {
            // It only makes the next start faster: where nothing can be kept, everything works as well.
        }
    }

    /** What the judgement was about. */
    private static List<String> subject(ClientConfig config) {
        return List.of(
                FORM,
                ConnectionFailures.hostAndPort(config.server()),
                config.tls()
                        .authorities()
                        .map(Base64.getEncoder()::encodeToString)
                        .orElse("system"));
    }

    private static Path file(Path directory, ClientConfig config) {
        String name = ConnectionFailures.hostAndPort(config.server());
        return directory.resolve(name.replaceAll("[^A-Za-z0-9._-]", "_"));
    }
}
