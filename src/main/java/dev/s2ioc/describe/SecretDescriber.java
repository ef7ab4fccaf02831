package dev.s2ioc.describe;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Describes a Secret by the sizes of what it holds; only the token of a service account is shown. */
final class SecretDescriber implements Describer {
    private static final String SERVICE_ACCOUNT_TOKEN = "kubernetes.io/service-account-token";

    @Override
    public String describe(JsonNode secret) {
        Outline outline = Outline.kubernetes();
        Header.name(secret, outline);
        Header.kubernetes(secret, outline);
        String type = secret.path("type").asText("");
        outline.line("").line("Type:", type).line("").line("Data").line("====");
        for (Map.Entry<String, String> entry :
                Outline.sorted(secret.path("data")).entrySet()) {
            byte[] value = decoded(entry.getValue());
            boolean shown = type.equals(SERVICE_ACCOUNT_TOKEN) && entry.getKey().equals("token");
            outline.line(
                    entry.getKey() + ":", shown ? new String(value, StandardCharsets.UTF_8) : value.length + " bytes");
        }
        return outline.toString();
    }

    static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            // The server has checked it; whatever else it is, its own bytes are what can be counted.
            return base64.getBytes(StandardCharsets.UTF_8);
        }
    }
}
