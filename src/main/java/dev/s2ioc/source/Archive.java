package dev.s2ioc.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.LongAdder;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * A source tree as a gzipped tar archive. The same tree gives the same bytes: names are sorted, owner and group are 0, and
 * of the times only the modification's whole seconds are kept.
 */
public final class Archive implements Pipe.Producer {
    private final SourceTree tree;
    private final LongAdder files = new LongAdder();

    public Archive(SourceTree tree) {
        this.tree = tree;
    }

    /** How many files have been packed so far. */
    public long files() {
        return files.sum();
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (ParallelGzip gzip = new ParallelGzip(out)) {
            TarArchiveOutputStream tar = new TarArchiveOutputStream(gzip, StandardCharsets.UTF_8.name());
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            tar.setAddPaxHeadersForNonAsciiNames(true);
            byte[] buffer = new byte[64 * 1024];
            tree.walk(entry -> add(entry, tar, buffer));
            tar.finish();
            gzip.finish();
        }
    }

    private void add(SourceEntry entry, TarArchiveOutputStream tar, byte[] buffer) throws IOException {
        tar.putArchiveEntry(header(entry));
        if (entry.kind() == SourceEntry.Kind.FILE) {
            try (InputStream in = Files.newInputStream(entry.file())) {
                copy(entry, in, tar, buffer);
            }
            files.increment();
        }
        tar.closeArchiveEntry();
    }

    /** Copies as many bytes as the header promises: what is appended to a file meanwhile is left out. */
    private static void copy(SourceEntry entry, InputStream in, OutputStream tar, byte[] buffer) throws IOException {
        for (long left = entry.size(); left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new EOFException(entry.file() + ": the file became shorter while it was being sent");
            }
            tar.write(buffer, 0, read);
            left -= read;
        }
    }

    private static TarArchiveEntry header(SourceEntry entry) {
        TarArchiveEntry header = switch (entry.kind()) {
            case FILE -> new TarArchiveEntry(entry.path(), TarConstants.LF_NORMAL);
            case DIRECTORY -> new TarArchiveEntry(entry.path() + "/", TarConstants.LF_DIR);
            case LINK -> new TarArchiveEntry(entry.path(), TarConstants.LF_SYMLINK);
        };
        header.setLinkName(entry.target());
        header.setSize(entry.size());
        header.setMode(entry.mode());
        header.setIds(0, 0);
        header.setNames("", "");
        header.setLastModifiedTime(FileTime.from(entry.modified().truncatedTo(ChronoUnit.SECONDS)));
        return header;
    }
}
