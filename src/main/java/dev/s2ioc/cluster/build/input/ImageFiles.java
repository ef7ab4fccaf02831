package dev.s2ioc.cluster.build.input;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** An image's files, in one tar as engines export them. Links are followed inside of the image only. */
public final class ImageFiles {
    private static final int MOST_LINKS = 40;

    private final Path tar;
    private final Map<String, String> links = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    private ImageFiles(Path tar) {
        this.tar = tar;
    }

    public static ImageFiles in(Path tar) throws IOException, InputException {
        ImageFiles files = new ImageFiles(tar);
        files.each((name, entry, content) -> {
            files.addWithParents(name);
            if (entry.isSymbolicLink()) {
                files.links.put(name, entry.getLinkName());
            }
        });
        return files;
    }

    private void addWithParents(String name) {
        for (String each = name; names.add(each) && each.contains("/"); ) {
            each = each.substring(0, each.lastIndexOf('/'));
        }
    }

    /** As cp -r does it: what a path names goes into the directory, of a path that ends in "/." what is in it. */
    public void copy(String path, String directory, SourceTree tree) throws IOException, InputException {
        boolean contents = path.endsWith("/.") || path.equals("/");
        String wanted = resolve(path, contents);
        if (!wanted.isEmpty() && !names.contains(wanted)) {
            throw new InputException("cannot stat '" + path + "': no such file or directory");
        }
        Selection selection = new Selection(wanted, directory, contents);
        tree.directory(directory, 0755);
        Map<String, List<String>> elsewhere = new HashMap<>();
        each((name, entry, content) -> {
            Optional<String> place = selection.place(name);
            if (place.isPresent()) {
                put(entry, place.get(), content, selection, elsewhere, tree);
            }
        });
        each((name, entry, content) -> {
            for (String place : elsewhere.getOrDefault(name, List.of())) {
                copyLinked(entry, place, elsewhere.get(name).getFirst(), content, tree);
            }
        });
    }

    private static void put(
            TarArchiveEntry entry,
            String place,
            TarArchiveInputStream content,
            Selection selection,
            Map<String, List<String>> elsewhere,
            SourceTree tree)
            throws IOException, InputException {
        if (entry.isDirectory()) {
            tree.directory(place, entry.getMode());
        } else if (entry.isSymbolicLink()) {
            tree.symbolicLink(place, entry.getLinkName());
        } else if (entry.isLink()) {
            String target = name(entry.getLinkName());
            Optional<String> copied = selection.place(target);
            if (copied.isPresent()) {
                tree.hardLink(place, copied.get());
            } else {
                elsewhere.computeIfAbsent(target, none -> new ArrayList<>()).add(place);
            }
        } else if (entry.isFile()) {
            tree.file(place, entry.getMode(), modified(entry), content);
        } else {
            throw new InputException("/" + name(entry.getName()) + " is neither file, directory nor link");
        }
    }

    private static void copyLinked(
            TarArchiveEntry entry, String place, String first, TarArchiveInputStream content, SourceTree tree)
            throws IOException, InputException {
        if (place.equals(first)) {
            tree.file(place, entry.getMode(), modified(entry), content);
        } else {
            tree.hardLink(place, first);
        }
    }

    private static Instant modified(TarArchiveEntry entry) {
        return entry.getLastModifiedTime().toInstant();
    }

    /** The name without links on the way to it, and at its end only if wanted. */
    private String resolve(String path, boolean followLast) throws InputException {
        Deque<String> rest = new ArrayDeque<>(List.of(path.split("/")));
        Deque<String> resolved = new ArrayDeque<>();
        int followed = 0;
        while (!rest.isEmpty()) {
            String part = rest.removeFirst();
            if (part.equals("..")) {
                resolved.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                resolved.addLast(part);
                String target = links.get(String.join("/", resolved));
                boolean last = rest.stream().allMatch(each -> each.isEmpty() || each.equals("."));
                if (target != null && (followLast || !last)) {
                    if (++followed > MOST_LINKS) {
                        throw new InputException("too many levels of symbolic links: '" + path + "'");
                    }
                    follow(target, resolved, rest);
                }
            }
        }
        return String.join("/", resolved);
    }

    private static void follow(String target, Deque<String> resolved, Deque<String> rest) {
        if (target.startsWith("/")) {
            resolved.clear();
        } else {
            resolved.removeLast();
        }
        for (String part : List.of(target.split("/")).reversed()) {
            rest.addFirst(part);
        }
    }

    private static String name(String written) {
        return written.replaceFirst("^(\\.?/+)+", "").replaceFirst("/+$", "").replaceFirst("^\\.$", "");
    }

    private void each(Visitor visitor) throws IOException, InputException {
        try (TarArchiveInputStream in =
                new TarArchiveInputStream(new BufferedInputStream(Files.newInputStream(tar), 1 << 16), "UTF-8")) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                visitor.visit(name(entry.getName()), entry, in);
            }
        }
    }

    private interface Visitor {
        void visit(String name, TarArchiveEntry entry, TarArchiveInputStream content)
                throws IOException, InputException;
    }

    /** What is copied, and where to. */
    private record Selection(String wanted, String directory, boolean contents) {
        /** Empty for what is not wanted, or is the directory that is there already. */
        Optional<String> place(String name) {
            String below = wanted.isEmpty() ? "" : wanted + "/";
            String rest;
            if (name.equals(wanted)) {
                rest = "";
            } else if (name.startsWith(below)) {
                rest = name.substring(below.length());
            } else {
                return Optional.empty();
            }
            String base = contents ? "" : wanted.substring(wanted.lastIndexOf('/') + 1);
            String place = List.of(directory, base, rest).stream()
                    .filter(part -> !part.isEmpty())
                    .reduce((left, right) -> left + "/" + right)
                    .orElse("");
            return base.isEmpty() && rest.isEmpty() ? Optional.empty() : Optional.of(place);
        }
    }
}
