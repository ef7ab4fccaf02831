package dev.s2ioc.command.image;

import dev.s2ioc.imageregistry.Blob;
import dev.s2ioc.imageregistry.RegistryException;
import dev.s2ioc.imageregistry.Repository;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Brings a blob from one repository to another, the cheapest way.
 *
 * @param force whether it is sent even where it is already
 */
record BlobCopy(boolean force) {

    /** What had to be done. */
    enum Outcome {
        EXISTED,
        MOUNTED,
        UPLOADED
    }

    /** @param near a repository of the same registry that may have it */
    Outcome copy(Blob blob, Repository from, Repository to, Optional<Repository> near)
            throws IOException, InterruptedException {
        if (!force && to.hasBlob(blob.digest())) {
            return Outcome.EXISTED;
        }
        if (near.isPresent() && mount(blob, near.get(), to)) {
            return Outcome.MOUNTED;
        }
        try (InputStream content = from.blob(blob.digest(), false)) {
            to.upload(blob.digest(), content);
        }
        return Outcome.UPLOADED;
    }

    private static boolean mount(Blob blob, Repository near, Repository to) throws IOException, InterruptedException {
        try {
            return to.mount(blob.digest(), near);
        } catch (RegistryException e) {
            if (e.isRefusal()) {
                // Not every registry can, nor lets everybody; the content can be sent instead.
                return false;
            }
            throw e;
        }
    }
}
