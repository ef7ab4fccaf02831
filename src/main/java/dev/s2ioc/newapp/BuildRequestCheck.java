package dev.s2ioc.newapp;

/** What can be wrong with a request for a build before any server is asked. */
final class BuildRequestCheck {
    private static final String NOTHING = """
            You must specify one or more images, image streams, or source code locations to create a build.

            To build what is uploaded later, with its own Dockerfile or with a builder image:

              s2ioc new-build --name NAME --binary
              s2ioc new-build BUILDER --binary --name NAME

            To build a git repository, with a builder image or with its own Dockerfile:

              s2ioc new-build BUILDER~https://example.com/app.git
              s2ioc new-build https://example.com/app.git

            To build a Dockerfile's text:

              s2ioc new-build --dockerfile=$'FROM busybox\\nRUN echo hello' --name NAME

            See 's2ioc new-build -h' for help and examples""";

    private BuildRequestCheck() {}

    static void check(BuildRequest request) {
        request.name().ifPresent(Names::checked);
        BuildRequest.Input input = request.input();
        if (!input.binary() && input.dockerfile().isEmpty() && input.source().isEmpty()) {
            throw new NewAppException(
                    !input.images().isEmpty()
                            ? "you must specify at least one source repository URL, provide a Dockerfile, or indicate"
                                    + " you wish to use binary builds"
                            : NOTHING);
        }
        if (input.binary()
                && (input.dockerfile().isPresent() || input.sourceImage().isPresent())) {
            throw new NewAppException(
                    "specifying binary builds and source repositories at the same time is not allowed");
        }
        if (input.images().size() > 1) {
            throw new NewAppException(
                    "a build is made with one image, but " + input.images().size() + " are given");
        }
        if (input.sourceSecret().isPresent()
                && input.source().flatMap(SourceCode::git).isEmpty()) {
            throw new NewAppException("--source-secret is for a source in a git repository, and there is none here");
        }
        input.dockerfile().ifPresent(BuildRequestCheck::checkDockerfile);
        request.strategy().ifPresent(strategy -> checkStrategy(strategy, input));
    }

    private static void checkDockerfile(String text) {
        if (!new Dockerfile(text).hasBase()) {
            throw new NewAppException("the Dockerfile in the repository \"\" has no FROM instruction");
        }
    }

    private static void checkStrategy(Strategy strategy, BuildRequest.Input input) {
        if (strategy == Strategy.SOURCE && input.dockerfile().isPresent()) {
            throw new NewAppException("when directly referencing a Dockerfile, the strategy must be 'docker'");
        }
        if (strategy == Strategy.SOURCE && input.binary() && input.images().isEmpty()) {
            throw new NewAppException(
                    "you must provide a builder image when using the source strategy with a binary build");
        }
    }
}
