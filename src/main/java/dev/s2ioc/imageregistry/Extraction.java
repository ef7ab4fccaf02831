package dev.s2ioc.imageregistry;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;

/** Writes the wanted files of an image's layers, the lowest layer first. */
public final class Extraction {
    private final WantedPaths wanted;
    private final boolean filesOnly;
    private final ExtractedTree tree;
    private final Consumer<String> warnings;
    private boolean found;

    /** @param filesOnly whether links are left out */
    public Extraction(WantedPaths wanted, boolean filesOnly, ExtractedTree tree, Consumer<String> warnings) {
        this.wanted = wanted;
        this.filesOnly = filesOnly;
        this.tree = tree;
        this.warnings = warnings;
    }

    /** Whether there was anything of what is wanted. */
    public boolean hasFound() {
        return found;
    }

    public void apply(InputStream layer) throws IOException {
        tree.nextLayer();
        Layer.read(layer, (entry, content) -> {
            take(entry, content);
            return true;
        });
    }

    public void finish() throws IOException {
        tree.finish();
    }

    private void take(TarArchiveEntry entry, InputStream content) throws IOException {
        String path = WantedPaths.plain(entry.getName());
        Optional<Whiteout> whiteout = Whiteout.of(path);
        if (whiteout.isPresent()) {
            hide(whiteout.get());
            return;
        }
        Optional<String> place = wanted.place(path);
        if (place.isEmpty() || filesOnly && !(isFile(entry) || entry.isDirectory())) {
            return;
        }
        found = true;
        if (entry.isLink()) {
            String target = WantedPaths.plain(entry.getLinkName());
            tree.link(place.get(), wanted.place(target).orElse(target));
        } else if (isFile(entry) || entry.isDirectory() || entry.isSymbolicLink()) {
            tree.write(place.get(), entry, content);
        } else {
            warnings.accept("warning: " + path + " is a device or a pipe and is left out");
        }
    }

    private void hide(Whiteout whiteout) throws IOException {
        if (wanted.isBelow(whiteout.path())) {
            tree.hide(new Whiteout("", true));
            return;
        }
        boolean all = whiteout.path().equals(wanted.directory().replaceFirst("/$", ""));
        Optional<String> place = all ? Optional.of("") : wanted.place(whiteout.path());
        if (place.isPresent()) {
            tree.hide(new Whiteout(place.get(), all || whiteout.contents()));
        }
    }

    /** Old archives end the names of directories in a slash, and no more. */
    static boolean isFile(TarArchiveEntry entry) {
        return entry.isFile()
                && !entry.isLink()
                && !entry.isSymbolicLink()
                && !entry.isCharacterDevice()
                && !entry.isBlockDevice()
                && !entry.isFIFO();
    }
}
