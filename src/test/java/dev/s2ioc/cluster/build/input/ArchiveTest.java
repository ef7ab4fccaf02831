package dev.s2ioc.cluster.build.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
    @TempDir
    Path directory;

    private Path root;

    @BeforeEach
    void make_the_root() throws IOException {
        root = Files.createDirectory(directory.resolve("root"));
    }

    @Test
    void every_compression_of_tar_is_told_by_its_first_bytes() throws Exception {
        byte[] tar = tar(out -> {
            directory(out, "s2i");
            file(out, "s2i/assemble", 0755, "#!/bin/sh\n");
            link(out, "run", TarConstants.LF_SYMLINK, "s2i/assemble");
            link(out, "same", TarConstants.LF_LINK, "s2i/assemble");
        });
        for (byte[] archive : List.of(
                tar,
                packed(tar, GZIPOutputStream::new),
                packed(tar, BZip2CompressorOutputStream::new),
                packed(tar, XZCompressorOutputStream::new))) {
            Path to = Files.createTempDirectory(directory, "each");
            extract(to, archive, Limits.DEFAULT);
            assertEquals(List.of("run -> s2i/assemble", "s2i", "s2i/assemble rwxr-xr-x", "same rwxr-xr-x"), tree(to));
        }
    }

    @Test
    void a_zip_keeps_modes_and_links() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            entry(zip, "bin/run", 0755, "#!/bin/sh\n");
            entry(zip, "link", UnixStat.LINK_FLAG | 0777, "bin/run");
        }
        extract(root, bytes.toByteArray(), Limits.DEFAULT);
        assertEquals(List.of("bin", "bin/run rwxr-xr-x", "link -> bin/run"), tree(root));
    }

    @Test
    void an_empty_tar_is_an_empty_source() throws Exception {
        extract(root, tar(out -> {}), Limits.DEFAULT);
        assertEquals(List.of(), tree(root));
    }

    @Test
    void entries_that_lead_out_are_refused() throws Exception {
        assertEquals(
                "the archive's entry a/../../x leads out of the archive",
                refusal(tar(out -> file(out, "a/../../x", 0644, ""))));
        assertEquals(
                "the archive's entry /etc/x has an absolute path", refusal(tar(out -> file(out, "/etc/x", 0644, ""))));
        assertEquals(
                "the archive's entry in leads out of the archive".replace("in ", "../secret "),
                refusal(tar(out -> link(out, "in", TarConstants.LF_LINK, "../secret"))));
    }

    @Test
    void nothing_is_written_through_a_link() throws Exception {
        Path outside = Files.createDirectory(directory.resolve("outside"));
        byte[] tar = tar(out -> {
            link(out, "door", TarConstants.LF_SYMLINK, outside.toString());
            file(out, "door/evil", 0644, "evil");
        });
        assertEquals("the archive's entry door/evil lies below door, which is no directory", refusal(tar));
        byte[] over = tar(out -> {
            link(out, "file", TarConstants.LF_SYMLINK, outside.resolve("target").toString());
            file(out, "file", 0644, "evil");
        });
        extract(Files.createDirectory(directory.resolve("second")), over, Limits.DEFAULT);
        assertEquals(List.of(), tree(outside));
    }

    @Test
    void a_hard_link_to_a_symbolic_link_is_refused() throws Exception {
        byte[] tar = tar(out -> {
            link(out, "s", TarConstants.LF_SYMLINK, "/etc/passwd");
            link(out, "h", TarConstants.LF_LINK, "s");
        });
        assertEquals("the archive's entry h is a link to s, which is no file before it", refusal(tar));
    }

    @Test
    void devices_are_refused() throws Exception {
        assertEquals(
                "the archive's entry null is neither file, directory nor link",
                refusal(tar(out -> link(out, "null", TarConstants.LF_CHR, ""))));
    }

    @Test
    void what_unpacks_to_more_than_the_limits_is_refused() throws Exception {
        byte[] bomb = packed(tar(out -> file(out, "zeros", 0644, "0".repeat(100_000))), GZIPOutputStream::new);
        assertTrue(bomb.length < 2000);
        InputException large = assertThrows(InputException.class, () -> extract(root, bomb, new Limits(50_000, 10)));
        assertEquals(
                "the source unpacks to more than 50000 bytes, which is more than the local cluster takes",
                large.getMessage());
        byte[] many = tar(out -> {
            for (int i = 0; i < 11; i++) {
                file(out, "f" + i, 0644, "");
            }
        });
        InputException entries = assertThrows(InputException.class, () -> extract(root, many, new Limits(50_000, 10)));
        assertEquals(
                "the archive has more than 10 entries, which is more than the local cluster takes",
                entries.getMessage());
    }

    @Test
    void something_else_is_no_archive() {
        InputException refusal = assertThrows(
                InputException.class, () -> extract(root, "hello".getBytes(StandardCharsets.UTF_8), Limits.DEFAULT));
        assertEquals(
                "the input is no archive that can be read: it must be tar (plain, gzip, bzip2, xz) or zip",
                refusal.getMessage());
    }

    @Test
    void a_stream_that_ends_early_is_a_broken_stream() throws Exception {
        byte[] whole = packed(tar(out -> file(out, "f", 0644, "x".repeat(10_000))), GZIPOutputStream::new);
        byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
        assertThrows(EOFException.class, () -> extract(root, half, Limits.DEFAULT));
    }

    private String refusal(byte[] archive) throws IOException {
        Path to = Files.createTempDirectory(directory, "refused");
        return assertThrows(InputException.class, () -> extract(to, archive, Limits.DEFAULT))
                .getMessage();
    }

    private void extract(Path to, byte[] archive, Limits limits) throws IOException, InputException {
        new Archive(new SourceTree(to, directory, limits)).extract(new ByteArrayInputStream(archive));
    }

    private static List<String> tree(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(path -> !path.equals(root))
                    .map(path -> describe(root, path))
                    .sorted()
                    .toList();
        }
    }

    private static String describe(Path root, Path path) {
        try {
            if (Files.isSymbolicLink(path)) {
                return root.relativize(path) + " -> " + Files.readSymbolicLink(path);
            }
            return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                    ? root.relativize(path).toString()
                    : root.relativize(path) + " " + PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] tar(Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes, "UTF-8")) {
            content.writeTo(out);
        }
        return bytes.toByteArray();
    }

    private static void directory(TarArchiveOutputStream out, String name) throws IOException {
        out.putArchiveEntry(new TarArchiveEntry(name + "/", true));
        out.closeArchiveEntry();
    }

    private static void file(TarArchiveOutputStream out, String name, int mode, String text) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setMode(mode);
        entry.setSize(text.length());
        out.putArchiveEntry(entry);
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.closeArchiveEntry();
    }

    private static void link(TarArchiveOutputStream out, String name, byte type, String target) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, type);
        entry.setLinkName(target);
        out.putArchiveEntry(entry);
        out.closeArchiveEntry();
    }

    private static void entry(ZipArchiveOutputStream zip, String name, int mode, String text) throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setUnixMode(mode);
        zip.putArchiveEntry(entry);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeArchiveEntry();
    }

    private static byte[] packed(byte[] bytes, Packing packing) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = packing.over(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private interface Content {
        void writeTo(TarArchiveOutputStream out) throws IOException;
    }

    private interface Packing {
        OutputStream over(OutputStream out) throws IOException;
    }
}
