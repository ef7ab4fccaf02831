package dev.s2ioc.command.image;

import dev.s2ioc.cluster.registry.MemoryStreams;
import dev.s2ioc.cluster.registry.Registry;
import dev.s2ioc.testing.Ran;
import dev.s2ioc.testing.Run;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** The local cluster's registry on a free port, a directory beside it, and layers to make images of. */
final class ImageYard implements AutoCloseable {
    static final Clock NOW = Clock.fixed(Instant.parse("2026-11-27T03:30:00Z"), ZoneOffset.UTC);

    private final Registry registry;
    final Path home;

    ImageYard(Path directory) throws IOException {
        registry = Registry.start(directory.resolve("registry"), 0, new MemoryStreams(), Instant.now());
        home = Files.createDirectories(directory.resolve("home"));
    }

    String host() {
        return registry.address();
    }

    Ran s2ioc(String... words) {
        return Run.in(home, Map.of("XDG_RUNTIME_DIR", home.toString()), NOW).s2ioc(words);
    }

    /** The same with a clean conscience: what it prints, once it has ended well. */
    String done(String... words) {
        Ran ran = s2ioc(words);
        if (ran.code() != 0) {
            throw new AssertionError(ran);
        }
        return ran.out();
    }

    /** The digest that a run tells of. */
    static String digest(String told) {
        return told.replaceFirst("(?s).*?(sha256:[0-9a-f]{64}).*", "$1");
    }

    @Override
    public void close() {
        registry.close();
    }

    /** A layer in the making. */
    static final class Layer {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final TarArchiveOutputStream tar;

        Layer() throws IOException {
            tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes), "UTF-8");
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        }

        Layer file(String name, String text) throws IOException {
            TarArchiveEntry entry = new TarArchiveEntry(name, true);
            byte[] content = text.getBytes(StandardCharsets.UTF_8);
            entry.setSize(content.length);
            entry.setMode(0755);
            return add(entry, content);
        }

        Layer directory(String name) throws IOException {
            TarArchiveEntry entry = new TarArchiveEntry(name + "/", true);
            entry.setMode(01777);
            return add(entry, new byte[0]);
        }

        Layer symbolicLink(String name, String target) throws IOException {
            return add(link(name, target, TarConstants.LF_SYMLINK), new byte[0]);
        }

        Layer hardLink(String name, String target) throws IOException {
            return add(link(name, target, TarConstants.LF_LINK), new byte[0]);
        }

        Layer device(String name) throws IOException {
            return add(new TarArchiveEntry(name, TarConstants.LF_CHR, true), new byte[0]);
        }

        private static TarArchiveEntry link(String name, String target, byte type) {
            TarArchiveEntry entry = new TarArchiveEntry(name, type, true);
            entry.setLinkName(target);
            return entry;
        }

        private Layer add(TarArchiveEntry entry, byte[] content) throws IOException {
            entry.setModTime(1_700_000_000_000L);
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
            return this;
        }

        byte[] bytes() throws IOException {
            tar.close();
            return bytes.toByteArray();
        }

        /** Writes it to a file; answers the file's name. */
        String to(Path directory, String name) throws IOException {
            Files.write(directory.resolve(name), bytes());
            return name;
        }
    }
}
