package dev.s2ioc.s2i;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where each script of a source build comes from: the strategy's URL, else the source's `.s2i/bin`, else the builder image. */
public final class Scripts {
    public static final List<String> NAMES = List.of("assemble", "run", "save-artifacts", "usage");

    private static final String IN_IMAGE = "image://";
    private static final String DEFAULT_DIRECTORY = "/usr/libexec/s2i";

    private final String directoryInImage;
    private final String directoryOfOverrides;
    private final Set<String> overridden;

    private Scripts(String directoryInImage, String directoryOfOverrides, Set<String> overridden) {
        this.directoryInImage = directoryInImage;
        this.directoryOfOverrides = directoryOfOverrides;
        this.overridden = overridden;
    }

    /** Looks the scripts up where none can be fetched; the strategy's URL may be empty. */
    public static Scripts find(BuilderImage image, String strategyUrl, Path source) throws S2iException {
        requireInImage(strategyUrl.isEmpty() ? image.scriptsUrl() : strategyUrl);
        return find(image, strategyUrl, source, Set.of());
    }

    /** Looks the scripts up when some were fetched from the strategy's URL, or from the image's. */
    public static Scripts find(BuilderImage image, String strategyUrl, Path source, Set<String> fetched) {
        Set<String> overridden = new TreeSet<>(fetched);
        if (!isInImage(strategyUrl)) {
            NAMES.stream()
                    .filter(name ->
                            Files.isRegularFile(source.resolve(".s2i/bin").resolve(name)))
                    .forEach(overridden::add);
        }
        String url = isInImage(strategyUrl) ? strategyUrl : image.scriptsUrl();
        return new Scripts(directory(url), image.destination() + "/scripts", overridden);
    }

    /** The scripts of the image, or at the URL; there is no source that could bring its own. */
    public static Scripts withoutSource(BuilderImage image, String strategyUrl) throws S2iException {
        String url = strategyUrl.isEmpty() ? image.scriptsUrl() : strategyUrl;
        requireInImage(url);
        return new Scripts(directory(url), image.destination() + "/scripts", Set.of());
    }

    private static void requireInImage(String url) throws S2iException {
        if (!isInImage(url)) {
            throw new S2iException(
                    "scripts can only be taken from the builder image (image:///path) or from the source's .s2i/bin, not from "
                            + url);
        }
    }

    /** Whether a URL names a directory of the builder image; others have to be fetched. */
    public static boolean isInImage(String url) {
        return url.startsWith(IN_IMAGE);
    }

    private static String directory(String url) {
        if (!isInImage(url)) {
            return DEFAULT_DIRECTORY;
        }
        String path = url.substring(IN_IMAGE.length());
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** The path in the new image from which a script is run. */
    public String path(String name) {
        return (overridden.contains(name) ? directoryOfOverrides : directoryInImage) + "/" + name;
    }

    /** The scripts that the source brings along. */
    public Set<String> overridden() {
        return overridden;
    }
}
