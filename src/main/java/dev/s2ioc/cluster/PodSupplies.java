package dev.s2ioc.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.Tokens;
import dev.s2ioc.cluster.pod.volume.PodVolumes.Supplies;
import dev.s2ioc.cluster.storage.ClaimDirectories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What pods get from the cluster: tokens of their accounts, one for all pods of an account, whom to trust, and storage. */
final class PodSupplies implements Supplies {
    /** What Kubernetes mounts of itself; it lets these live longer, a year, for programs that read them once. */
    private static final long MOUNTED = 3607;

    private static final Duration DAY = Duration.ofDays(1);

    private final Machinery machinery;
    private final Path directory;
    private final ClaimDirectories claims;
    private final Map<String, Issued> issued = new ConcurrentHashMap<>();

    PodSupplies(Machinery machinery, Path directory, ClaimDirectories claims) {
        this.machinery = machinery;
        this.directory = directory;
        this.claims = claims;
    }

    @Override
    public String token(String namespace, String account, long seconds) {
        Duration life = seconds == MOUNTED ? DAY : Duration.ofSeconds(seconds);
        Instant now = machinery.clock().instant();
        Tokens tokens = new Tokens(machinery);
        return issued.compute(
                        namespace + "/" + account + "/" + seconds,
                        (key, earlier) -> earlier != null
                                        && now.isBefore(earlier.renewal())
                                        && tokens.user(earlier.token()).isPresent()
                                ? earlier
                                : new Issued(
                                        tokens.issueForServiceAccount(namespace, account, life),
                                        now.plus(life.multipliedBy(4).dividedBy(5))))
                .token();
    }

    @Override
    public String authority() throws IOException {
        return Files.readString(directory.resolve("ca.crt"));
    }

    @Override
    public Path place(JsonNode claim) {
        return claims.of(claim);
    }

    private record Issued(String token, Instant renewal) {}
}
