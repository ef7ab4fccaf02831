package dev.s2ioc.cluster.build.git;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a source secret holds, as git wants it.
 *
 * @param environment variables for git
 * @param options git's own, before the command
 */
public record GitCredentials(Map<String, String> environment, List<String> options) {
    public static final GitCredentials NONE = new GitCredentials(Map.of(), List.of());

    private static final Set<String> KNOWN = Set.of(
            "username", "password", "token", "ssh-privatekey", "ssh-publickey", "known_hosts", "ca.crt", ".gitconfig");

    /** Writes the secret's data into the directory, for the owner only. */
    public static GitCredentials of(Map<String, byte[]> secret, String uri, Path directory)
            throws GitException, IOException {
        Set<String> unknown = new TreeSet<>(secret.keySet());
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty()) {
            throw new GitException("the local cluster cannot use " + String.join(", ", unknown)
                    + " of a source secret, only " + String.join(", ", new TreeSet<>(KNOWN)));
        }
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Map<String, String> environment = new HashMap<>();
        List<String> options = new ArrayList<>();
        String password = text(secret, secret.containsKey("password") ? "password" : "token");
        if (!password.isEmpty()) {
            // Kept by host: submodules elsewhere do not get it.
            Path store = write(
                    directory.resolve("password"),
                    (login(uri, text(secret, "username"), password) + "\n").getBytes(StandardCharsets.UTF_8));
            options.addAll(List.of("-c", "credential.helper=", "-c"));
            options.add("credential.helper=store --file=" + quoted(store));
        }
        if (secret.containsKey("ssh-privatekey")) {
            environment.put("GIT_SSH_COMMAND", ssh(secret, directory));
        }
        if (secret.containsKey(".gitconfig")) {
            Path config = write(directory.resolve("gitconfig"), secret.get(".gitconfig"));
            environment.put("GIT_CONFIG_GLOBAL", config.toString());
        }
        if (secret.containsKey("ca.crt")) {
            Path authority = write(directory.resolve("ca.crt"), secret.get("ca.crt"));
            environment.put("GIT_SSL_CAINFO", authority.toString());
        }
        return new GitCredentials(environment, options);
    }

    private static String login(String uri, String user, String password) throws GitException {
        URI address;
        try {
            address = URI.create(uri);
        } catch (IllegalArgumentException e) {
            throw new GitException("a source secret with a password needs an http or https URL", e);
        }
        if (address.getScheme() == null || !address.getScheme().matches("(?i)https?")) {
            throw new GitException("a source secret with a password needs an http or https URL");
        }
        String host = address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
        return address.getScheme() + "://" + encoded(user.isEmpty() ? "git" : user) + ":" + encoded(password) + "@"
                + host;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Without a list of known hosts any host will do, as in OpenShift. */
    private static String ssh(Map<String, byte[]> secret, Path directory) throws IOException {
        byte[] key = secret.get("ssh-privatekey");
        boolean ends = key.length > 0 && key[key.length - 1] == '\n';
        Path file = write(
                directory.resolve("key"),
                ends ? key : (new String(key, StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8));
        String command = "ssh -F /dev/null -o BatchMode=yes -o IdentitiesOnly=yes -i " + quoted(file);
        if (!secret.containsKey("known_hosts")) {
            return command + " -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR";
        }
        Path hosts = write(directory.resolve("known_hosts"), secret.get("known_hosts"));
        return command + " -o StrictHostKeyChecking=yes -o UserKnownHostsFile=" + quoted(hosts);
    }

    private static Path write(Path file, byte[] content) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.write(file, content);
    }

    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }

    private static String text(Map<String, byte[]> secret, String key) {
        return new String(secret.getOrDefault(key, new byte[0]), StandardCharsets.UTF_8).strip();
    }
}
