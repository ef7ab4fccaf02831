package dev.s2ioc.newapp;

/**
 * An image from which files are copied into the source.
 *
 * @param path what is copied
 * @param directory where to, within the source
 */
public record SourceImage(String image, String path, String directory) {

    /** @param paths {@code PATH:DIRECTORY} */
    public static SourceImage parse(String image, String paths) {
        int colon = paths.lastIndexOf(':');
        if (image.isEmpty() || paths.isEmpty()) {
            String given = image.isEmpty() ? "--source-image-path" : "--source-image";
            String missing = image.isEmpty() ? "--source-image" : "--source-image-path";
            throw new NewAppException(missing + " must be specified when " + given
                    + " is specified.\nSee 's2ioc new-build -h' for help and examples");
        }
        if (colon < 1 || colon == paths.length() - 1) {
            throw new NewAppException(
                    "--source-image-path=" + paths + " must be PATH:DIRECTORY: what to copy out of the"
                            + " image, and where to put it within the source");
        }
        return new SourceImage(image, paths.substring(0, colon), SourceCode.checkedContext(paths.substring(colon + 1)));
    }
}
