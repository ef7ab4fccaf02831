package dev.s2ioc.cluster.pod;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.kind.podspec.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The class of a pod by what its containers ask for: BestEffort, Burstable or Guaranteed. */
final class PodQuality {
    private static final Set<String> COUNTED = Set.of("cpu", "memory");

    private PodQuality() {}

    static String of(JsonNode spec) {
        List<JsonNode> all = new ArrayList<>();
        spec.path("initContainers").forEach(all::add);
        spec.path("containers").forEach(all::add);
        boolean any = all.stream().anyMatch(PodQuality::asks);
        if (!any) {
            return "BestEffort";
        }
        return all.stream().allMatch(PodQuality::isBounded) ? "Guaranteed" : "Burstable";
    }

    private static boolean asks(JsonNode container) {
        JsonNode resources = container.path("resources");
        return COUNTED.stream()
                .anyMatch(name -> isSome(resources.path("limits").path(name))
                        || isSome(resources.path("requests").path(name)));
    }

    private static boolean isBounded(JsonNode container) {
        JsonNode resources = container.path("resources");
        return COUNTED.stream().allMatch(name -> {
            Optional<Quantity> limit = Quantity.of(resources.path("limits").path(name));
            JsonNode written = resources.path("requests").path(name);
            Optional<Quantity> request = written.isMissingNode() ? limit : Quantity.of(written);
            return limit.isPresent()
                    && request.isPresent()
                    && limit.get().value().compareTo(request.get().value()) == 0;
        });
    }

    private static boolean isSome(JsonNode amount) {
        return Quantity.of(amount).filter(each -> each.value().signum() > 0).isPresent();
    }
}
