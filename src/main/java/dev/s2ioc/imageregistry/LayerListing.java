package dev.s2ioc.imageregistry;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;

/** Tells which files of an image's layers would be written, and how, without writing one. */
public final class LayerListing {

    /** One line: what of which layer would go where. */
    public record Line(int layer, String mode, long size, String place, Optional<String> link) {}

    private final WantedPaths wanted;
    private final boolean filesOnly;
    private final boolean owners;
    private final boolean topmostOnly;
    private final Consumer<Line> lines;
    private final Set<String> seen = new HashSet<>();
    private final List<Whiteout> hidden = new ArrayList<>();

    /** @param topmostOnly whether a file is told of once; layers are then to be read from the top down */
    public LayerListing(
            WantedPaths wanted, boolean filesOnly, boolean owners, boolean topmostOnly, Consumer<Line> lines) {
        this.wanted = wanted;
        this.filesOnly = filesOnly;
        this.owners = owners;
        this.topmostOnly = topmostOnly;
        this.lines = lines;
    }

    public void read(int index, InputStream layer) throws IOException {
        List<Whiteout> whiteouts = new ArrayList<>();
        Layer.read(layer, (entry, content) -> {
            take(index, entry, whiteouts);
            return true;
        });
        // What a layer hides is in the layers below it, not in itself.
        hidden.addAll(whiteouts);
    }

    private void take(int index, TarArchiveEntry entry, List<Whiteout> whiteouts) {
        String path = WantedPaths.plain(entry.getName());
        Optional<Whiteout> whiteout = Whiteout.of(path);
        if (whiteout.isPresent() && topmostOnly) {
            whiteouts.add(whiteout.get());
            return;
        }
        Optional<String> place = wanted.place(path);
        if (place.isEmpty() || filesOnly && !(Extraction.isFile(entry) || entry.isDirectory())) {
            return;
        }
        if (topmostOnly && (!seen.add(path) || hidden.stream().anyMatch(each -> each.hides(path)))) {
            return;
        }
        boolean link = entry.isLink() || entry.isSymbolicLink();
        lines.accept(new Line(
                index,
                mode(entry),
                Extraction.isFile(entry) ? entry.getSize() : 0,
                place.get(),
                link ? Optional.of(entry.getLinkName()) : Optional.empty()));
    }

    /** The mode in the form that Go prints. */
    private String mode(TarArchiveEntry entry) {
        int mode = ExtractedTree.mode(entry, owners);
        StringBuilder text = new StringBuilder();
        text.append(entry.isDirectory() ? "d" : entry.isSymbolicLink() ? "L" : entry.isFIFO() ? "p" : "");
        text.append(entry.isBlockDevice() ? "D" : entry.isCharacterDevice() ? "Dc" : "");
        text.append((mode & 04000) != 0 ? "u" : "")
                .append((mode & 02000) != 0 ? "g" : "")
                .append((mode & 01000) != 0 ? "t" : "");
        text.append(text.isEmpty() ? "-" : "");
        for (int i = 8; i >= 0; i--) {
            text.append((mode & 1 << i) != 0 ? "rwx".charAt(2 - i % 3) : '-');
        }
        return text.toString();
    }
}
