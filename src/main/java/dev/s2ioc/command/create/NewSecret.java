package dev.s2ioc.command.create;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.command.CommandContext;
import java.util.Map;

/** A secret that flags describe. */
final class NewSecret {
    private final NewObject secret;

    NewSecret(CommandContext context, CreateFlags flags, String name) {
        this.secret = new NewObject(context, flags, "v1", "Secret", name);
    }

    /** Empty for the server's own choice, {@code Opaque}. */
    NewSecret ofType(String type) {
        if (!type.isEmpty()) {
            secret.body().put("type", type);
        }
        return this;
    }

    NewSecret with(Map<String, byte[]> data) {
        if (!data.isEmpty()) {
            ObjectNode encoded = secret.body().putObject("data");
            data.forEach(encoded::put);
        }
        return this;
    }

    void create(boolean appendHash) {
        if (appendHash) {
            ContentHash.append(secret.body());
        }
        secret.createOr("failed to create secret ");
    }
}
