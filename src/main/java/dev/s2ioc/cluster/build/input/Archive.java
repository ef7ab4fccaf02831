package dev.s2ioc.cluster.build.input;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Enumeration;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** An uploaded archive: tar, plain or compressed, or zip, told by its first bytes as the builder's bsdtar does. */
public final class Archive {
    private static final int HEADER = 512;
    private static final int LONGEST_LINK = 4096;
    /** Twice what xz -9 needs: the sender says how much memory its stream takes. */
    private static final int XZ_MEMORY_KIB = 128 * 1024;

    private static final byte[] GZIP = {0x1f, (byte) 0x8b};
    private static final byte[] BZIP2 = {'B', 'Z', 'h'};
    private static final byte[] XZ = {(byte) 0xfd, '7', 'z', 'X', 'Z', 0};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};

    private final SourceTree tree;

    public Archive(SourceTree tree) {
        this.tree = tree;
    }

    /** Extracts to the end of the stream. A refused archive is an {@link InputException}, a broken stream an IOException. */
    public void extract(InputStream stream) throws IOException, InputException {
        BufferedInputStream in = new BufferedInputStream(stream, 1 << 16);
        byte[] magic = peek(in);
        try {
            extract(in, magic);
        } catch (EOFException e) {
            throw new EOFException("the archive ends too early");
        } catch (RuntimeException e) {
            // What the library throws at numbers that cannot be.
            throw new InputException("the archive is damaged: " + SourceTree.shown(String.valueOf(e.getMessage())));
        }
    }

    private void extract(InputStream in, byte[] magic) throws IOException, InputException {
        if (starts(magic, ZIP) || starts(magic, EMPTY_ZIP)) {
            unzip(in);
        } else if (starts(magic, GZIP)) {
            untar(GzipCompressorInputStream.builder()
                    .setInputStream(in)
                    .setDecompressConcatenated(true)
                    .get());
        } else if (starts(magic, BZIP2)) {
            untar(new BZip2CompressorInputStream(in, true));
        } else if (starts(magic, XZ)) {
            untar(XZCompressorInputStream.builder()
                    .setInputStream(in)
                    .setDecompressConcatenated(true)
                    .setMemoryLimitKiB(XZ_MEMORY_KIB)
                    .get());
        } else if (isTar(magic)) {
            untar(in);
        } else {
            throw new InputException(
                    "the input is no archive that can be read: it must be tar (plain, gzip, bzip2, xz) or zip");
        }
    }

    private void untar(InputStream in) throws IOException, InputException {
        TarEntries tar = new TarEntries(in);
        for (TarArchiveEntry entry = tar.next(); entry != null; entry = tar.next()) {
            if (entry.isDirectory()) {
                tree.directory(entry.getName(), entry.getMode());
            } else if (entry.isSymbolicLink()) {
                tree.symbolicLink(entry.getName(), entry.getLinkName());
            } else if (entry.isLink()) {
                tree.hardLink(entry.getName(), entry.getLinkName());
            } else if (!entry.isCharacterDevice() && !entry.isBlockDevice() && !entry.isFIFO()) {
                Instant modified = entry.getLastModifiedTime().toInstant();
                tree.file(entry.getName(), entry.getMode(), modified, tar.content());
            } else {
                throw new InputException("the archive's entry " + SourceTree.shown(entry.getName())
                        + " is neither file, directory nor link");
            }
        }
        // A compressed stream has its checksum at its end.
        tree.pass(in);
    }

    /** Modes and links are in the directory at a zip's end: it has to be on disk first. */
    private void unzip(InputStream in) throws IOException, InputException {
        Path spool = Files.createTempFile(tree.spool(), "upload", ".zip");
        try {
            tree.spool(in, spool);
            try (ZipFile zip = ZipFile.builder().setPath(spool).get()) {
                for (Enumeration<ZipArchiveEntry> all = zip.getEntries(); all.hasMoreElements(); ) {
                    unzip(zip, all.nextElement());
                }
            }
        } finally {
            Files.delete(spool);
        }
    }

    private void unzip(ZipFile zip, ZipArchiveEntry entry) throws IOException, InputException {
        if (entry.isDirectory()) {
            tree.directory(entry.getName(), entry.getUnixMode());
            return;
        }
        try (InputStream content = zip.getInputStream(entry)) {
            if (entry.isUnixSymlink()) {
                byte[] target = content.readNBytes(LONGEST_LINK);
                tree.symbolicLink(entry.getName(), new String(target, StandardCharsets.UTF_8));
            } else {
                Instant modified = entry.getLastModifiedTime().toInstant();
                tree.file(entry.getName(), entry.getUnixMode(), modified, content);
            }
        }
    }

    private static byte[] peek(BufferedInputStream in) throws IOException {
        in.mark(HEADER);
        byte[] magic = in.readNBytes(HEADER);
        in.reset();
        return magic;
    }

    private static boolean starts(byte[] bytes, byte[] magic) {
        return bytes.length >= magic.length && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }

    /** By its checksum, which old tars without "ustar" have too; an archive of nothing is all zeros. */
    private static boolean isTar(byte[] header) {
        if (header.length < HEADER) {
            return false;
        }
        boolean zeros = true;
        int sum = 0;
        for (int i = 0; i < HEADER; i++) {
            zeros &= header[i] == 0;
            sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xff;
        }
        return zeros || sum == octal(header, 148, 8);
    }

    private static int octal(byte[] bytes, int from, int length) {
        int value = 0;
        for (int i = from; i < from + length; i++) {
            if (bytes[i] >= '0' && bytes[i] <= '7') {
                value = value * 8 + bytes[i] - '0';
            } else if (value > 0) {
                break;
            }
        }
        return value;
    }
}
