package dev.s2ioc.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive from elsewhere is unpacked below its directory, whatever its maker has put into it. */
class UnpackingTest {
    @TempDir
    Path temp;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes);
    private final List<String> told = new ArrayList<>();

    private void file(String name) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(3);
        tar.putArchiveEntry(entry);
        tar.write("new".getBytes(StandardCharsets.UTF_8));
        tar.closeArchiveEntry();
    }

    private void link(String name, String target, byte kind) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name, kind);
        entry.setLinkName(target);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    private void unpack(String prefix, boolean links) throws IOException {
        tar.finish();
        new Unpacking(temp.resolve("in"), prefix, true, links, new Unpacking.Listener() {
                    @Override
                    public void unpacked(String name) {
                        told.add(name);
                    }

                    @Override
                    public void skipped(String warning) {
                        told.add("! " + warning.replace(temp.toString(), "T"));
                    }
                })
                .unpack(new ByteArrayInputStream(bytes.toByteArray()));
    }

    @Test
    void nothing_leaves_the_directory() throws IOException {
        file("../out");
        file("a/../../out");
        file("/abs");
        file("fine");
        link("up", "../out", TarConstants.LF_SYMLINK);
        link("root", "/etc", TarConstants.LF_SYMLINK);
        link("hard", "/etc/passwd", TarConstants.LF_LINK);
        link("near", "fine", TarConstants.LF_SYMLINK);
        unpack("", true);
        assertEquals(
                List.of(
                        "! file \"T/out\" is outside target destination, skipping",
                        "! file \"T/out\" is outside target destination, skipping",
                        "/abs",
                        "fine",
                        "! skipping symlink: \"T/in/up\" -> \"../out\"",
                        "! skipping symlink: \"T/in/root\" -> \"/etc\"",
                        "! skipping special file: \"T/in/hard\"",
                        "near"),
                told);
        assertFalse(Files.exists(temp.resolve("out")));
        assertEquals("new", Files.readString(temp.resolve("in/near")));
    }

    @Test
    void nothing_is_written_through_a_link() throws IOException {
        Files.createDirectories(temp.resolve("in"));
        Files.createDirectories(temp.resolve("elsewhere"));
        Files.writeString(temp.resolve("elsewhere/kept"), "old");
        Files.createSymbolicLink(temp.resolve("in/dir"), temp.resolve("elsewhere"));
        Files.createSymbolicLink(temp.resolve("in/file"), temp.resolve("elsewhere/kept"));
        file("dir/kept");
        file("file");
        unpack("", false);
        assertEquals(List.of("! file \"T/in/dir/kept\" lies behind a symlink, skipping", "file"), told);
        assertEquals("old", Files.readString(temp.resolve("elsewhere/kept")));
        assertEquals("new", Files.readString(temp.resolve("in/file")));
    }

    @Test
    void a_link_made_before_is_no_way_out() throws IOException {
        link("a", "b", TarConstants.LF_SYMLINK);
        file("a/x");
        unpack("", true);
        assertEquals(List.of("a", "! file \"T/in/a/x\" lies behind a symlink, skipping"), told);
    }

    @Test
    void what_was_not_asked_for_is_refused() throws IOException {
        file("tmp/fool");
        assertThrows(Unpacking.TamperedException.class, () -> unpack("tmp/foo", false));
    }
}
