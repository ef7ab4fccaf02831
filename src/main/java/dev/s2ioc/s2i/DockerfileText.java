package dev.s2ioc.s2i;

/** Values written so that a Dockerfile gives them back unchanged. */
public final class DockerfileText {
    private DockerfileText() {}

    /** In double quotes; nothing in it is expanded. */
    public static String quoted(String value) throws S2iException {
        if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
            throw new S2iException("a value with a line break cannot be written into a Dockerfile: \""
                    + value.lines().findFirst().orElse("") + "...\"");
        }
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("$", "\\$") + '"';
    }
}
