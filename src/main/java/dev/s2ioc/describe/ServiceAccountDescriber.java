package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Describes a ServiceAccount: with which secrets it pulls images, and which its pods may mount. */
final class ServiceAccountDescriber implements Describer {
    private final Viewpoint viewpoint;

    ServiceAccountDescriber(Viewpoint viewpoint) {
        this.viewpoint = viewpoint;
    }

    @Override
    public String describe(JsonNode account) {
        Outline outline = Outline.kubernetes();
        Header.name(account, outline);
        Header.kubernetes(account, outline);
        outline.values("Image pull secrets", names(account.path("imagePullSecrets")));
        if (!account.path("secrets").isEmpty()) {
            outline.values("Mountable secrets", names(account.path("secrets")));
        }
        new Events(viewpoint).add(List.of(account), outline);
        return outline.toString();
    }

    private static List<String> names(JsonNode references) {
        return references
                .valueStream()
                .map(reference -> reference.path("name").asText(""))
                .toList();
    }
}
