package dev.s2ioc.command.image;

import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.imageregistry.Sha256;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file that becomes a layer: a tar archive, compressed with gzip.
 *
 * @param digest of the file
 * @param content the digest of the archive in it
 */
record AppendedLayer(Path file, String digest, String content, long size) {
    /** An archive of nothing, the very one that other tools use. */
    private static final byte[] EMPTY = Base64.getDecoder().decode("H4sIAAAJbogA/2IYBaNgFIxYAAgAAP//Lq+17wAEAAA=");

    /** @param name what the file is called when it cannot be read */
    static AppendedLayer of(Path file, String name) throws IOException {
        String content;
        try (InputStream in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file)), 64 * 1024)) {
            content = Sha256.digest(in);
        } catch (ZipException | java.io.EOFException e) {
            throw new CommandFailure(
                    name + " is not a tar archive compressed with gzip: " + e.getMessage()
                            + "\nA plain archive is compressed with: gzip FILE",
                    e);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new AppendedLayer(file, Sha256.digest(in), content, Files.size(file));
        }
    }

    /** A layer without files, for an image that would have none. */
    static AppendedLayer empty(Path directory) throws IOException {
        return of(Files.write(directory.resolve("empty.tar.gz"), EMPTY), "the empty layer");
    }
}
