package dev.s2ioc.command.image;

import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.imageregistry.LayerSelector;
import dev.s2ioc.imageregistry.WantedPaths;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of which image is extracted, and where to.
 *
 * @param source as it was written
 */
record ExtractedPart(ImageLocation image, LayerSelector layers, String source, Path directory) {
    private static final Pattern SELECTOR = Pattern.compile("(.*)\\[([^\\]]*)](.*)");

    /**
     * Every path and file of every image; everything when none is named.
     *
     * @param emptyOnly whether the directories must be empty
     * @param resolve finds a directory by how it was written
     */
    static List<ExtractedPart> of(
            List<String> images,
            List<String> paths,
            List<String> files,
            boolean emptyOnly,
            Function<String, Path> resolve)
            throws IOException {
        if (images.isEmpty()) {
            throw new CommandFailure("you must specify at least one image to extract as an argument");
        }
        List<ExtractedPart> parts = new ArrayList<>();
        for (String image : images) {
            for (String file : files) {
                if (file.endsWith("/")) {
                    throw new CommandFailure("invalid file: " + file + " must not end with a slash");
                }
                parts.add(of(image, file, resolve.apply("")));
            }
            for (String path : paths.isEmpty() && files.isEmpty() ? List.of("/:.") : paths) {
                int colon = path.indexOf(':');
                if (colon < 0) {
                    throw new CommandFailure("--path must be of the form SRC:DST");
                }
                Path directory = resolve.apply(path.substring(colon + 1)).normalize();
                requireDirectory(directory, emptyOnly);
                parts.add(of(image, path.substring(0, colon), directory));
            }
        }
        return parts;
    }

    private static ExtractedPart of(String image, String source, Path directory) {
        Matcher selector = SELECTOR.matcher(image);
        boolean selects = selector.matches();
        if (selects
                && (selector.group(1).isEmpty()
                        || selector.group(2).isEmpty()
                        || !selector.group(3).isEmpty())) {
            throw new CommandFailure("layer selectors must be of the form IMAGE[\\d:\\d]");
        }
        ImageLocation location = ImageLocation.parse(selects ? selector.group(1) : image);
        if (!location.isImage()) {
            throw new CommandFailure("source image must point to an image ID or image tag");
        }
        try {
            LayerSelector layers = selects ? LayerSelector.parse(selector.group(2)) : LayerSelector.ALL;
            return new ExtractedPart(location, layers, source, directory);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(e.getMessage(), e);
        }
    }

    private static void requireDirectory(Path directory, boolean empty) throws IOException {
        if (!Files.exists(directory)) {
            throw new CommandFailure("destination path does not exist: " + directory);
        }
        if (!Files.isDirectory(directory)) {
            throw new CommandFailure("invalid argument: " + directory + " is not a directory");
        }
        if (empty) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
                if (entries.iterator().hasNext()) {
                    throw new CommandFailure("directory " + directory
                            + " must be empty, pass --confirm to overwrite contents of directory");
                }
            }
        }
    }

    WantedPaths wanted() {
        return WantedPaths.of(source);
    }

    boolean takesAll() {
        return source.replace("/", "").isEmpty();
    }
}
