package dev.s2ioc.cluster.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cluster's certificates outlive a restart and are their owner's alone. */
class CertificatesTest {
    @TempDir
    Path directory;

    @Test
    void a_second_start_finds_what_the_first_has_made() throws IOException {
        Certificates first = Certificates.in(directory);
        Certificates second = Certificates.in(directory);
        assertEquals(first.authorityPem(), second.authorityPem());
        assertEquals(first.chain(), second.chain());
        assertEquals(first.key(), second.key());
    }

    @Test
    void keys_are_readable_for_their_owner_only() throws IOException {
        Certificates.in(directory);
        for (String name : new String[] {"ca.key", "server.key"}) {
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name))),
                    name);
        }
    }
}
