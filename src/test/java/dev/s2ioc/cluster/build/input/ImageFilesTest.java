package dev.s2ioc.cluster.build.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a path of an image means, and where it is copied to. */
class ImageFilesTest {
    @TempDir
    Path directory;

    private Path tar;
    private Path root;

    @BeforeEach
    void image() throws IOException {
        tar = directory.resolve("image.tar");
        root = Files.createDirectory(directory.resolve("root"));
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(Files.newOutputStream(tar))) {
            entry(out, "data/", TarConstants.LF_DIR, "");
            entry(out, "data/a", TarConstants.LF_NORMAL, "one");
            entry(out, "data/sub/", TarConstants.LF_DIR, "");
            entry(out, "data/sub/b", TarConstants.LF_LINK, "data/a");
            entry(out, "data/c", TarConstants.LF_SYMLINK, "/etc/passwd");
            entry(out, "link", TarConstants.LF_SYMLINK, "/data");
            entry(out, "up", TarConstants.LF_SYMLINK, "../../../data/sub");
            entry(out, "round", TarConstants.LF_SYMLINK, "round");
        }
    }

    private static void entry(TarArchiveOutputStream out, String name, byte type, String text) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, type);
        boolean file = type == TarConstants.LF_NORMAL;
        if (file) {
            entry.setSize(text.length());
        } else if (!text.isEmpty()) {
            entry.setLinkName(text);
        }
        out.putArchiveEntry(entry);
        if (file) {
            out.write(text.getBytes());
        }
        out.closeArchiveEntry();
    }

    private List<String> copied(String path, String to) throws Exception {
        ImageFiles.in(tar).copy(path, to, new SourceTree(root, directory, Limits.DEFAULT));
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file -> !Files.isDirectory(file))
                    .map(file -> root.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void a_directory_goes_below_the_destination() throws Exception {
        assertEquals(List.of("in/data/a", "in/data/c", "in/data/sub/b"), copied("/data", "in"));
        assertEquals("one", Files.readString(root.resolve("in/data/sub/b")));
        assertEquals(Path.of("/etc/passwd"), Files.readSymbolicLink(root.resolve("in/data/c")));
    }

    @Test
    void a_dot_at_the_end_means_what_is_in_it() throws Exception {
        assertEquals(List.of("a", "c", "sub/b"), copied("/data/.", ""));
    }

    @Test
    void a_file_keeps_its_name_and_a_link_to_one_elsewhere_becomes_a_file() throws Exception {
        assertEquals(List.of("in/b"), copied("/data/sub/b", "in"));
        assertEquals("one", Files.readString(root.resolve("in/b")));
    }

    @Test
    void links_are_followed_inside_of_the_image() throws Exception {
        assertEquals(List.of("a"), copied("/link/a", ""));
        assertEquals(List.of("a", "in/b"), copied("/up/.", "in"));
        assertEquals(List.of("a", "in/b", "link"), copied("/link", ""));
    }

    @Test
    void what_is_not_there_or_leads_round_and_round_is_refused() {
        assertEquals(
                "cannot stat '/data/none': no such file or directory",
                assertThrows(InputException.class, () -> copied("/data/none", "in"))
                        .getMessage());
        assertEquals(
                "too many levels of symbolic links: '/round/x'",
                assertThrows(InputException.class, () -> copied("/round/x", "in"))
                        .getMessage());
        assertFalse(Files.exists(root.resolve("in")));
    }
}
