package dev.s2ioc.command;

import dev.s2ioc.source.Archive;
import dev.s2ioc.source.GitRevision;
import dev.s2ioc.source.Meter;
import dev.s2ioc.source.SourceTree;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Input for a build, ready to be sent.
 *
 * @param notice what it is, for the sentence "Uploading … as binary input for the build ..."
 * @param asFile the name of a single file; empty for an archive
 * @param archive what packs it, where that happens while it is sent
 * @param total what is to be packed, where that is known
 */
record BinaryInput(
        String notice,
        Optional<String> asFile,
        Optional<GitRevision> revision,
        Meter stream,
        Optional<Archive> archive,
        Optional<SourceTree.Summary> total)
        implements AutoCloseable {

    static BinaryInput ofStream(String notice, Optional<String> asFile, InputStream stream) {
        return new BinaryInput(notice, asFile, Optional.empty(), new Meter(stream), Optional.empty(), Optional.empty());
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
