package dev.s2ioc.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Unpacks a tar archive that somebody else has made, below one directory and nowhere else: names that lead out of it are
 * refused, and nothing is written through a link.
 */
public final class Unpacking {

    /** What is to become of an entry. */
    public interface Listener {
        /** It has been written. */
        void unpacked(String name);

        /** It has not, and why: as a warning would say it. */
        void skipped(String warning);

        /** Whether it is wanted at all; what is not is passed over without a word. */
        default boolean wants(String name, boolean directory) {
            return true;
        }
    }

    /** The archive is not what it should be. */
    public static final class TamperedException extends IOException {
        TamperedException() {
            super("tar contents corrupted");
        }
    }

    private final Path target;
    private final String prefix;
    private final boolean permissions;
    private final boolean links;
    private final Listener listener;

    /**
     * @param target where to; it may be a file if the archive holds one file, named as the prefix
     * @param prefix what all names must begin with, and what is cut off them; may be empty
     * @param permissions whether files get the permissions that the archive says
     * @param links whether symbolic links that stay below the target are made; others never are
     */
    public Unpacking(Path target, String prefix, boolean permissions, boolean links, Listener listener) {
        this.target = target.toAbsolutePath().normalize();
        this.prefix = prefix;
        this.permissions = permissions;
        this.links = links;
        this.listener = listener;
    }

    /** Unpacks the whole archive. */
    public void unpack(InputStream in) throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(in, StandardCharsets.UTF_8.name());
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            String name = strip(entry.getName());
            if (!name.equals(prefix) && !prefix.isEmpty() && !name.startsWith(prefix + "/")) {
                throw new TamperedException();
            }
            String rest = strip(name.substring(prefix.length()));
            Path to = target.resolve(rest).normalize();
            if (!rest.isEmpty() && !listener.wants(rest, entry.isDirectory())) {
                continue;
            }
            if (!to.startsWith(target)) {
                listener.skipped("file \"" + to + "\" is outside target destination, skipping");
            } else if (goesThroughLink(to)) {
                listener.skipped("file \"" + to + "\" lies behind a symlink, skipping");
            } else {
                unpack(entry, tar, to, rest);
            }
        }
    }

    /** Without what makes a name absolute, and without a slash or a dot directory around it. */
    private static String strip(String name) {
        return name.replaceFirst("^(?:/|\\./)+", "").replaceFirst("/+$", "").replaceFirst("^\\.$", "");
    }

    private void unpack(TarArchiveEntry entry, TarArchiveInputStream tar, Path to, String name) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(to);
        } else if (entry.isSymbolicLink()) {
            link(entry, to);
            return;
        } else if (entry.isFile() && !entry.isLink()) {
            Files.createDirectories(to.getParent());
            if (Files.isSymbolicLink(to)) {
                Files.delete(to);
            }
            Files.copy(tar, to, StandardCopyOption.REPLACE_EXISTING);
        } else {
            listener.skipped("skipping special file: \"" + to + "\"");
            return;
        }
        if (permissions && !name.isEmpty()) {
            setPermissions(to, entry.getMode());
        }
        listener.unpacked(entry.getName());
    }

    private void link(TarArchiveEntry entry, Path to) throws IOException {
        Path points = to.resolveSibling(entry.getLinkName()).normalize();
        if (!links || entry.getLinkName().startsWith("/") || !points.startsWith(target)) {
            listener.skipped("skipping symlink: \"" + to + "\" -> \"" + entry.getLinkName() + "\"");
            return;
        }
        Files.createDirectories(to.getParent());
        Files.deleteIfExists(to);
        Files.createSymbolicLink(to, Path.of(entry.getLinkName()));
        listener.unpacked(entry.getName());
    }

    /** Whether a directory on the way from the target is a link: it may lead anywhere. */
    private boolean goesThroughLink(Path to) {
        for (Path on = to.getParent(); on != null && on.startsWith(target) && !on.equals(target); on = on.getParent()) {
            if (Files.isSymbolicLink(on)) {
                return true;
            }
        }
        return false;
    }

    private static void setPermissions(Path file, int mode) throws IOException {
        Set<PosixFilePermission> set = EnumSet.noneOf(PosixFilePermission.class);
        PosixFilePermission[] all = PosixFilePermission.values();
        for (int i = 0; i < all.length; i++) {
            if ((mode >> (all.length - 1 - i) & 1) == 1) {
                set.add(all[i]);
            }
        }
        // The owner, who is us, must be able to go on below it.
        set.add(PosixFilePermission.OWNER_WRITE);
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            set.add(PosixFilePermission.OWNER_EXECUTE);
        }
        try {
            Files.setPosixFilePermissions(file, set);
        } catch (UnsupportedOperationException e) {
            // Windows has none.
            return;
        }
    }
}
