package dev.s2ioc.cluster;

import dev.s2ioc.testing.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/** Debian's docker-registry as a foreign registry: with TLS by an authority of its own, and for those only who log in. */
public final class DebianRegistry implements AutoCloseable {
    public static final String USER = "robot";
    public static final String PASSWORD = "secret";

    private final TestCertificate certificate = TestCertificate.forAddress("127.0.0.1", "RSA");
    private final Process process;
    private final int port;

    public DebianRegistry(Path directory) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        port = freePort();
        Path crt = Files.write(directory.resolve("server.crt"), certificate.pem());
        Path key = Files.write(directory.resolve("server.key"), certificate.pkcs8Key());
        String hash = OpenBSDBCrypt.generate("2y", PASSWORD.toCharArray(), new byte[16], 5);
        Path passwords = Files.writeString(directory.resolve("htpasswd"), USER + ":" + hash + "\n");
        Path config = Files.writeString(
                directory.resolve("config.yml"), """
                version: 0.1
                log: {level: error}
                storage: {filesystem: {rootdirectory: %s}}
                http: {addr: "127.0.0.1:%d", tls: {certificate: %s, key: %s}}
                auth: {htpasswd: {realm: here, path: %s}}
                """.formatted(directory.resolve("images"), port, crt, key, passwords));
        process = new ProcessBuilder("docker-registry", "serve", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        awaitPort();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitPort() throws IOException, InterruptedException {
        for (int tries = 0; ; tries++) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException e) {
                if (tries == 600 || !process.isAlive()) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }

    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Its authority, in the place where container tools look for it. */
    public void trustIn(Path directories) throws IOException {
        Path directory = Files.createDirectories(directories.resolve(address()));
        Files.write(directory.resolve("ca.crt"), certificate.pem());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
