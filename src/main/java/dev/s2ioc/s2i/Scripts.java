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

    private final String directoryInImage;
    private final String directoryOfOverrides;
    private final Set<String> overridden;

    private Scripts(String directoryInImage, String directoryOfOverrides, Set<String> overridden) {
        this.directoryInImage = directoryInImage;
        this.directoryOfOverrides = directoryOfOverrides;
        this.overridden = overridden;
    }

    /** Looks the scripts up; the strategy's URL may be empty. */
    public static Scripts find(BuilderImage image, String strategyUrl, Path source) throws S2iException {
        Set<String> overridden = new TreeSet<>();
        if (strategyUrl.isEmpty()) {
            NAMES.stream()
                    .filter(name ->
                            Files.isRegularFile(source.resolve(".s2i/bin").resolve(name)))
                    .forEach(overridden::add);
        }
        String url = strategyUrl.isEmpty() ? image.scriptsUrl() : strategyUrl;
        return new Scripts(directory(url), image.destination() + "/scripts", overridden);
    }

    /** The scripts of the image, or at the URL; there is no source that could bring its own. */
    public static Scripts withoutSource(BuilderImage image, String strategyUrl) throws S2iException {
        String url = strategyUrl.isEmpty() ? image.scriptsUrl() : strategyUrl;
        return new Scripts(directory(url), image.destination() + "/scripts", Set.of());
    }

    private static String directory(String url) throws S2iException {
        if (!url.startsWith(IN_IMAGE)) {
            throw new S2iException(
                    "scripts can only be taken from the builder image (image:///path) or from the source's .s2i/bin, not from "
                            + url);
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
