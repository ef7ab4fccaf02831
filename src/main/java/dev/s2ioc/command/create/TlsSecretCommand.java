package dev.s2ioc.command.create;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creates a secret with a certificate and its key. */
@Command(
        name = "tls",
        description = "Create a secret from a certificate and its key, both in PEM.",
        footer = {
            "",
            "Examples:",
            "  # Create a TLS secret",
            "  s2ioc create secret tls web --cert=web.crt --key=web.key"
        })
public final class TlsSecretCommand implements Action {

    @Parameters(paramLabel = "NAME", description = "Name of the secret.")
    String name;

    @Option(names = "--cert", paramLabel = "FILE", description = "The certificate, in PEM.")
    String certificate = "";

    @Option(names = "--key", paramLabel = "FILE", description = "The certificate's private key, in PEM.")
    String key = "";

    @Option(names = "--append-hash", description = "Append a hash of the content to the name.")
    boolean appendHash;

    @Mixin
    CreateFlags create = new CreateFlags();

    private final CommandContext context;

    TlsSecretCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException {
        if (certificate.isEmpty() || key.isEmpty()) {
            throw new CommandFailure("key and cert must be specified");
        }
        Map<String, byte[]> data = new TreeMap<>();
        data.put("tls.crt", pem(certificate, "-----BEGIN CERTIFICATE-----", "certificate"));
        data.put("tls.key", pem(key, "PRIVATE KEY-----", "key"));
        new NewSecret(context, create, name)
                .ofType("kubernetes.io/tls")
                .with(data)
                .create(appendHash);
    }

    private byte[] pem(String file, String mark, String what) throws IOException {
        byte[] bytes = DataFlags.file(context, file);
        if (!new String(bytes, StandardCharsets.ISO_8859_1).contains(mark)) {
            throw new CommandFailure("tls: failed to find any PEM data in " + what + " input: " + file);
        }
        return bytes;
    }
}
