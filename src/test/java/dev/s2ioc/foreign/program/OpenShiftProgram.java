package dev.s2ioc.foreign.program;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.openshift.client.OpenShiftClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program that knows OpenShift by fabric8's client alone. It runs in a process of its own and tells what it sees. */
public final class OpenShiftProgram {
    /** One thing that such programs do. */
    interface Part {
        void run(OpenShiftClient client) throws Exception;
    }

    private OpenShiftProgram() {}

    public static void main(String[] arguments) throws Exception {
        try (OpenShiftClient client = new KubernetesClientBuilder()
                .withConfig(config(arguments))
                .build()
                .adapt(OpenShiftClient.class)) {
            part(arguments[0]).run(client);
        }
    }

    private static Part part(String name) {
        return switch (name) {
            case "objects" -> new Objects();
            case "writing" -> new Writing();
            case "informer" -> new Informer();
            case "build" -> new BinaryBuild();
            case "login" ->
                client -> System.out.println(client.currentUser().getMetadata().getName());
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** The environment's kubeconfig; with a name and a password instead of its token, if they are given. */
    private static Config config(String[] arguments) throws IOException {
        Config config = Config.fromKubeconfig(Files.readString(Path.of(System.getenv("KUBECONFIG"))));
        return arguments.length < 3
                ? config
                : new ConfigBuilder(config)
                        .withOauthToken(null)
                        .withAutoOAuthToken(null)
                        .withUsername(arguments[1])
                        .withPassword(arguments[2])
                        .build();
    }
}
