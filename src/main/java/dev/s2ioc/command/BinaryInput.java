package dev.s2ioc.command;

import dev.s2ioc.source.Archive;
import dev.s2ioc.source.Compression;
import dev.s2ioc.source.GitClone;
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
 * @param packing what packs it, where that happens while it is sent
 */
record BinaryInput(
        String notice, Optional<String> asFile, Optional<GitRevision> revision, Meter stream, Optional<Packing> packing)
        implements AutoCloseable {

    /**
     * An archive that is made while it is sent.
     *
     * @param total all that goes into it
     * @param temporary what it is made of, if that is to be removed
     */
    record Packing(Archive archive, SourceTree.Summary total, Optional<GitClone> temporary) {}

    static BinaryInput ofStream(String notice, Optional<String> asFile, InputStream stream) {
        return new BinaryInput(notice, asFile, Optional.empty(), new Meter(stream), Optional.empty());
    }

    static BinaryInput ofTree(
            String notice,
            Optional<GitRevision> revision,
            SourceTree tree,
            SourceTree.Summary total,
            Optional<GitClone> clone,
            Compression compression) {
        Archive archive = new Archive(tree, compression, total.bytes());
        return new BinaryInput(
                notice,
                Optional.empty(),
                revision,
                new Meter(archive),
                Optional.of(new Packing(archive, total, clone)));
    }

    /** Why there is no more to send, if it is for a failure on this side. */
    Optional<IOException> failure() {
        return packing.flatMap(p -> p.archive().failure())
                .map(failure -> failure instanceof IOException e ? e : new IOException(failure));
    }

    @Override
    public void close() throws IOException {
        stream.close();
        if (packing.isPresent() && packing.get().temporary().isPresent()) {
            packing.get().temporary().get().close();
        }
    }
}
