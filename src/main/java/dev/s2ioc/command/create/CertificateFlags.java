package dev.s2ioc.command.create;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.command.CommandContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Option;

/** The flags of routes whose TLS ends at the router: what it shows of itself, and which paths it serves. */
public final class CertificateFlags {

    @Option(names = "--path", paramLabel = "PATH", description = "Only requests whose path begins so.")
    String path = "";

    @Option(names = "--cert", paramLabel = "FILE", description = "The certificate; the router's own without it.")
    String certificate = "";

    @Option(names = "--key", paramLabel = "FILE", description = "The certificate's private key.")
    String key = "";

    @Option(names = "--ca-cert", paramLabel = "FILE", description = "The certificates of those who signed it.")
    String authority = "";

    void addTo(NewObject route, CommandContext context) throws IOException {
        if (!path.isEmpty()) {
            route.body().withObject("/spec").put("path", path);
        }
        put(route.body(), "certificate", certificate, context);
        put(route.body(), "key", key, context);
        put(route.body(), "caCertificate", authority, context);
    }

    /** Sets a field of the route's TLS to what a file holds; no file, no field. */
    static void put(ObjectNode route, String field, String file, CommandContext context) throws IOException {
        if (!file.isEmpty()) {
            route.withObject("/spec/tls").put(field, new String(DataFlags.file(context, file), StandardCharsets.UTF_8));
        }
    }
}
