package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.ResourceType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What may be used in a namespace. */
final class Allowances {
    private static final ResourceType QUOTA = core("resourcequotas", "ResourceQuota");
    private static final ResourceType LIMITS = core("limitranges", "LimitRange");

    private final Viewpoint viewpoint;
    private final String namespace;

    Allowances(Viewpoint viewpoint, String namespace) {
        this.viewpoint = viewpoint;
        this.namespace = namespace;
    }

    /** Not the types that users name, of which it would be an error that the server lacks them. */
    private static ResourceType core(String plural, String kind) {
        return new ResourceType(
                "", "v1", plural, kind.toLowerCase(Locale.ROOT), kind, true, List.of(), List.of(), List.of());
    }

    /** Empty where the server has no quotas, or does not show them to this user. */
    Optional<JsonNode> quotas() {
        return of(QUOTA);
    }

    /** The same of limits. */
    Optional<JsonNode> limits() {
        return of(LIMITS);
    }

    private Optional<JsonNode> of(ResourceType type) {
        try {
            return Optional.of(
                    viewpoint.session().resources().in(namespace).list(type).path("items"));
        } catch (ApiException e) {
            if (e.isNotFound() || e.isForbidden()) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
