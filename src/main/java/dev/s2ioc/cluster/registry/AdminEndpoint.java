package dev.s2ioc.cluster.registry;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/** {@code /admin/...}: what is done to the registry as a whole. */
final class AdminEndpoint {
    private final Collector collector;

    AdminEndpoint(Collector collector) {
        this.collector = collector;
    }

    /** {@code POST /admin/prune?keep-younger-than=SECONDS&dry-run=true}. */
    void prune(Call call) throws IOException {
        if (!call.method().equals("POST")) {
            throw RegistryException.unsupported("pruning is asked for with POST");
        }
        Duration age =
                Duration.ofSeconds(seconds(call.query("keep-younger-than").orElse("3600")));
        boolean dryRun = switch (call.query("dry-run").orElse("true")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new RegistryException(400, "UNSUPPORTED", "dry-run is true or false");
        };
        call.answer(200, collector.run(Instant.now().minus(age), dryRun).json());
    }

    private static long seconds(String text) {
        if (!text.matches("\\d{1,9}")) {
            throw new RegistryException(400, "UNSUPPORTED", "keep-younger-than is a number of seconds");
        }
        return Long.parseLong(text);
    }

    /** {@code DELETE /admin/blobs/<digest>}, as OpenShift's registry has it for its pruner. */
    void blob(Call call, String digest) throws IOException {
        if (!call.method().equals("DELETE")) {
            throw RegistryException.unsupported("blobs can only be deleted here");
        }
        collector.remove(Digest.parse(digest));
        call.answer(204);
    }
}
