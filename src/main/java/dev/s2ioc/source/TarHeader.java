package dev.s2ioc.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.temporal.ChronoUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** What precedes an entry's content in a tar: one record, or several when something in it does not fit into one. */
final class TarHeader {
    private static final int RECORD = TarConstants.DEFAULT_RCDSIZE;
    /** An archive ends with two records of zeros. */
    static final byte[] END = new byte[2 * RECORD];

    private TarHeader() {}

    /** What follows content of this size, so that the next entry begins with a record. */
    static byte[] padding(long size) {
        return new byte[(int) (-size & (RECORD - 1))];
    }

    static byte[] of(SourceEntry entry) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(RECORD);
        // Never closed nor finished: the content goes its own way.
        TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, StandardCharsets.UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
        tar.putArchiveEntry(header(entry));
        return bytes.toByteArray();
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
