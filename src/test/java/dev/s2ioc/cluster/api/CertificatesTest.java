package dev.s2ioc.cluster.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The authority stays the same from start to start; what is missing is made again. */
class CertificatesTest {
    @TempDir
    Path directory;

    @Test
    void a_second_start_finds_what_the_first_one_made() throws IOException {
        Certificates first = Certificates.in(directory);
        Certificates second = Certificates.in(directory);
        assertEquals(first.authorityPem(), second.authorityPem());
        assertEquals(first.chain(), second.chain());
        assertEquals(first.key(), second.key());
    }

    @Test
    void a_lost_server_certificate_is_made_again_by_the_same_authority() throws Exception {
        Certificates first = Certificates.in(directory);
        Files.delete(directory.resolve("server.crt"));
        Certificates second = Certificates.in(directory);
        assertEquals(first.authorityPem(), second.authorityPem());
        assertNotEquals(first.chain().getFirst(), second.chain().getFirst());
        second.chain().getFirst().verify(first.chain().getLast().getPublicKey());
    }

    @Test
    void a_lost_authority_takes_its_certificates_with_it() throws Exception {
        Certificates first = Certificates.in(directory);
        Files.delete(directory.resolve("ca.key"));
        Certificates second = Certificates.in(directory);
        assertNotEquals(first.authorityPem(), second.authorityPem());
        second.chain().getFirst().verify(second.chain().getLast().getPublicKey());
    }

    @Test
    void only_the_owner_may_read_them() throws IOException {
        Certificates.in(directory);
        Map<String, String> modes = new TreeMap<>();
        try (var files = Files.list(directory)) {
            for (Path file : files.toList()) {
                modes.put(
                        file.getFileName().toString(),
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
        assertEquals(
                Map.of(
                        "ca.crt", "rw-------",
                        "ca.key", "rw-------",
                        "server.crt", "rw-------",
                        "server.key", "rw-------"),
                modes);
    }
}
