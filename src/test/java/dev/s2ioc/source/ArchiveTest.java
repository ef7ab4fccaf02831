package dev.s2ioc.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The archive holds the tree as it is, is read by others, and is the same for the same tree. */
class ArchiveTest {
    private static final FileTime THEN = FileTime.from(Instant.parse("2026-11-23T05:16:02.123456789Z"));

    @TempDir
    Path dir;

    private Path root;

    @BeforeEach
    void make_a_tree() throws IOException {
        root = Files.createDirectory(dir.resolve("src"));
        Files.createDirectories(root.resolve("s2i/bin"));
        Files.createDirectory(root.resolve("empty"));
        write("s2i/bin/assemble", "#!/bin/sh\n", "rwxr-xr-x");
        write("Dockerfile", "FROM x\n", "rw-r--r--");
        write("b c", "", "rw-------");
        write("größe.txt", "ß", "rw-r--r--");
        write("n".repeat(120) + "/" + "m".repeat(140), "long", "rw-r--r--");
        Files.createSymbolicLink(root.resolve("link"), Path.of("s2i/bin"));
        Files.createSymbolicLink(root.resolve("broken"), Path.of("no/such"));
        try (var all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!Files.isSymbolicLink(path)) {
                    Files.setLastModifiedTime(path, THEN);
                }
            }
        }
    }

    private void write(String name, String text, String mode) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    @Test
    void holds_names_kinds_modes_and_contents_in_order() throws IOException {
        String n = "n".repeat(120);
        assertEquals(
                List.of(
                        "Dockerfile 644 FROM x\n",
                        "b c 600 ",
                        "broken -> no/such",
                        "empty/ 755",
                        "größe.txt 644 ß",
                        "link -> s2i/bin",
                        n + "/ 755",
                        n + "/" + "m".repeat(140) + " 644 long",
                        "s2i/ 755",
                        "s2i/bin/ 755",
                        "s2i/bin/assemble 755 #!/bin/sh\n"),
                listing(pack(root)));
    }

    @Test
    void keeps_the_seconds_of_the_time_and_nobody_as_the_owner() throws IOException {
        try (TarArchiveInputStream tar = open(pack(root))) {
            TarArchiveEntry entry = tar.getNextEntry();
            assertEquals(
                    Instant.parse("2026-11-23T05:16:02Z"),
                    entry.getLastModifiedTime().toInstant());
            assertEquals(
                    "0 0 '' ''",
                    entry.getLongUserId() + " " + entry.getLongGroupId() + " '" + entry.getUserName() + "' '"
                            + entry.getGroupName() + "'");
        }
    }

    @Test
    void same_tree_same_bytes() throws IOException {
        byte[] first = pack(root);
        Files.readAllBytes(root.resolve("Dockerfile"));
        assertArrayEquals(first, pack(root));
    }

    @Test
    void the_tar_program_unpacks_the_same_tree() throws Exception {
        Path archive = Files.write(dir.resolve("a.tgz"), pack(root));
        Path copy = Files.createDirectory(dir.resolve("copy"));
        run("tar", "xzpf", archive.toString(), "-C", copy.toString());
        run("diff", "-r", "--no-dereference", root.toString(), copy.toString());
        assertArrayEquals(pack(root), pack(copy));
    }

    @ParameterizedTest
    @MethodSource("ways_of_packing")
    void many_blocks_are_read_by_other_programs(Compression compression, long bytes) throws Exception {
        Files.write(root.resolve("noise"), noise(3_000_001));
        Files.write(root.resolve("zeros"), new byte[2_500_000]);
        Files.writeString(root.resolve("words"), "public static final ".repeat(100_000));
        byte[] packed = pack(root, compression, bytes);
        assertArrayEquals(packed, pack(root, compression, bytes));
        Path archive = Files.write(dir.resolve("a.tgz"), packed);
        run("gzip", "-t", archive.toString());
        for (String program : List.of("tar", "bsdtar")) {
            Path copy = Files.createDirectory(dir.resolve(program));
            run(program, "-xpf", archive.toString(), "-C", copy.toString());
            run("diff", "-r", "--no-dereference", root.toString(), copy.toString());
        }
        assertArrayEquals(pack(root, Compression.NONE, 0), plain(packed));
    }

    static Stream<Arguments> ways_of_packing() {
        return Stream.of(0, Long.MAX_VALUE)
                .flatMap(bytes -> Stream.of(1, 3, 6, 9).map(level -> Arguments.of(Compression.level(level), bytes)));
    }

    @Test
    void without_compression_it_is_a_tar() throws Exception {
        Path archive = Files.write(dir.resolve("a.tar"), pack(root, Compression.NONE, 0));
        Path copy = Files.createDirectory(dir.resolve("copy"));
        run("tar", "xpf", archive.toString(), "-C", copy.toString());
        run("diff", "-r", "--no-dereference", root.toString(), copy.toString());
    }

    @Test
    void whatever_the_line_is_like_the_tar_is_the_same() throws Exception {
        Files.write(root.resolve("half"), Arrays.copyOf(noise(10_000_000), 20_000_000));
        ByteArrayOutputStream slowly = new ByteArrayOutputStream();
        try (Archive archive = new Archive(tree(root), Compression.AUTO, Long.MAX_VALUE)) {
            byte[] part = new byte[100_000];
            for (int n = archive.read(part); n >= 0; n = archive.read(part)) {
                slowly.write(part, 0, n);
                Thread.sleep(1);
            }
        }
        assertArrayEquals(pack(root, Compression.NONE, 0), plain(slowly.toByteArray()));
        assertArrayEquals(pack(root, Compression.NONE, 0), plain(pack(root, Compression.AUTO, Long.MAX_VALUE)));
    }

    @Test
    void nothing_at_all_is_a_valid_archive() throws Exception {
        Path archive = Files.write(dir.resolve("a.tgz"), pack(Files.createDirectory(dir.resolve("none"))));
        run("gzip", "-t", archive.toString());
        assertEquals(List.of(), listing(Files.readAllBytes(archive)));
    }

    @Test
    void a_link_to_the_directory_is_followed() throws IOException {
        Path link = Files.createSymbolicLink(dir.resolve("blink"), root);
        assertArrayEquals(pack(root), pack(link));
    }

    @Test
    void a_missing_directory_is_named_in_full() {
        Path missing = dir.resolve("x/../missing");
        assertEquals(
                dir.resolve("missing").toString(),
                assertThrows(NoSuchFileException.class, () -> tree(missing)).getMessage());
    }

    @Test
    void sockets_and_pipes_are_left_out_and_told() throws Exception {
        run("mkfifo", root.resolve("empty/fifo").toString());
        assertEquals(List.of("empty/fifo"), tree(root).summary().unfit());
        assertEquals(false, listing(pack(root)).stream().anyMatch(line -> line.contains("fifo")));
    }

    @Test
    void the_summary_counts_what_is_sent() throws IOException {
        assertEquals(new SourceTree.Summary(11, 5, 23, List.of()), tree(root).summary());
    }

    @Test
    void a_file_that_cannot_be_read_is_found_before_packing() throws IOException {
        Path file = root.resolve("Dockerfile");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        // The superuser may read everything: for him there is no such file.
        assumeFalse(Files.isReadable(file));
        assertThrows(AccessDeniedException.class, () -> tree(root).summary());
    }

    @Test
    void a_failure_while_packing_reaches_the_reader_in_place_of_the_end() throws IOException {
        Files.write(root.resolve("a"), noise(40_000_000));
        try (Archive archive = new Archive(tree(root), Compression.level(1), 0)) {
            archive.readNBytes(1_000_000);
            Files.write(root.resolve("a"), new byte[100]);
            IOException seen = assertThrows(IOException.class, archive::readAllBytes);
            assertEquals(
                    root.toRealPath().resolve("a") + ": the file became shorter while it was being sent",
                    seen.getMessage());
            assertEquals(seen.getCause(), archive.failure().orElseThrow());
            assertThrows(IOException.class, archive::read, "and again, not an end");
        }
    }

    @Test
    void a_file_that_is_replaced_while_it_is_sent_arrives_as_it_was() throws IOException {
        byte[] noise = noise(20_000_000);
        Path file = Files.write(root.resolve("a"), noise);
        try (Archive archive = new Archive(tree(root), Compression.level(1), 0)) {
            byte[] begin = archive.readNBytes(1_000_000);
            Files.move(Files.write(root.resolve("b"), new byte[20_000_000]), file, StandardCopyOption.REPLACE_EXISTING);
            byte[] rest = archive.readAllBytes();
            byte[] all = Arrays.copyOf(begin, begin.length + rest.length);
            System.arraycopy(rest, 0, all, begin.length, rest.length);
            try (TarArchiveInputStream tar = open(all)) {
                TarArchiveEntry entry = tar.getNextEntry();
                while (!entry.getName().equals("a")) {
                    entry = tar.getNextEntry();
                }
                assertArrayEquals(noise, tar.readAllBytes());
            }
        }
    }

    @Test
    void closing_it_ends_its_threads() throws Exception {
        Files.write(root.resolve("noise"), noise(20_000_000));
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        Archive archive = new Archive(tree(root), Compression.level(9), 0);
        archive.read();
        Set<Thread> its = new HashSet<>(Thread.getAllStackTraces().keySet());
        its.removeAll(before);
        archive.close();
        for (Thread thread : its) {
            if (thread.getName().matches("packer-.*|layout")) {
                assertTrue(thread.join(Duration.ofSeconds(60)), thread.getName());
            }
        }
        assertEquals(Optional.empty(), archive.failure());
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(1).nextBytes(noise);
        return noise;
    }

    private static SourceTree tree(Path root) throws IOException {
        return new SourceTree(root, Selection.without(Pattern.compile("")));
    }

    private static byte[] pack(Path root) throws IOException {
        return pack(root, Compression.level(3), 0);
    }

    private static byte[] pack(Path root, Compression compression, long bytes) throws IOException {
        try (Archive archive = new Archive(tree(root), compression, bytes)) {
            return archive.readAllBytes();
        }
    }

    private static byte[] plain(byte[] packed) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes();
    }

    private static TarArchiveInputStream open(byte[] archive) throws IOException {
        InputStream plain = new GZIPInputStream(new ByteArrayInputStream(archive));
        return new TarArchiveInputStream(plain, StandardCharsets.UTF_8.name());
    }

    private static List<String> listing(byte[] archive) throws IOException {
        List<String> lines = new ArrayList<>();
        try (TarArchiveInputStream tar = open(archive)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                lines.add(entry.getName()
                        + (entry.isSymbolicLink()
                                ? " -> " + entry.getLinkName()
                                : " " + Integer.toOctalString(entry.getMode()))
                        + (entry.isFile() && !entry.isSymbolicLink()
                                ? " " + new String(tar.readAllBytes(), StandardCharsets.UTF_8)
                                : ""));
            }
        }
        return lines;
    }

    private static void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals("", said);
        assertEquals(0, process.waitFor());
    }
}
