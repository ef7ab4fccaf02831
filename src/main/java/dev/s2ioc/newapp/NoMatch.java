package dev.s2ioc.newapp;

/** Words for an image that was found nowhere. The sentences are oc's: scripts and people search for them. */
final class NoMatch {
    private static final String PLACES = """


            The 's2ioc %1$s' command will match arguments to the following types:

              1. Images tagged into image streams in the current project or the 'openshift' project
                 - if you don't specify a tag, we'll add ':latest'
              2. Images in the container registry, on remote registries, or on the local container engine
              3. Git repository URLs or local paths that point to Git repositories

            --allow-missing-images can be used to force the use of an image that was not matched

            See 's2ioc %1$s -h' for examples.""";
    private static final String PLACES_OF_APPS = """


            The 's2ioc new-app' command will match arguments to the following types:

              1. Images tagged into image streams in the current project or the 'openshift' project
                 - if you don't specify a tag, we'll add ':latest'
              2. Images in the container storage, on remote registries, or on the local container engine
              3. Templates in the current project or the 'openshift' project
              4. Git repository URLs or local paths that point to Git repositories

            --allow-missing-images can be used to point to an image that does not exist yet.

            See 's2ioc new-app -h' for examples.""";

    private NoMatch() {}

    static NewAppException of(String asked, ImageSearch.Origin origin, String command) {
        String places = command.equals(Purpose.NEW_APP.command()) ? PLACES_OF_APPS : PLACES.formatted(command);
        String missing = "unable to locate any " + origin.places + " with name \"" + asked + "\"";
        if (origin != ImageSearch.Origin.ARGUMENT) {
            return new NewAppException(missing + places);
        }
        // oc looks on the disk first and tells that too; something with a colon it takes for a URL instead.
        String onDisk = asked.contains(":")
                ? ""
                : " local file access failed with: stat " + asked + ": no such file or directory\nerror: ";
        return new NewAppException(onDisk + missing + classified(asked) + places);
    }

    /** What oc took the argument for. */
    static String classified(String asked) {
        return "\n\nArgument '" + asked + "' was classified as an image, image~source, or loaded template reference.";
    }
}
