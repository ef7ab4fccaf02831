package dev.s2ioc.newapp;

/** What can be wrong with a request for an application before any server is asked. */
final class AppRequestCheck {
    private static final String NOTHING = """
            You must specify one or more images, image streams, templates, or source code locations to create an application.

            To list all local templates and image streams, use:

              s2ioc new-app -L

            To search templates, image streams, and container images that match the arguments provided, use:

              s2ioc new-app -S php
              s2ioc new-app -S --template=rails
              s2ioc new-app -S --image-stream=mysql
              s2ioc new-app -S --image=registry.example.com/team/python

            For details on how to use the results from those searches to provide images, image streams, templates, or source code locations as inputs into 's2ioc new-app', use:

              s2ioc help new-app


            See 's2ioc new-app -h' for help and examples""";

    private AppRequestCheck() {}

    static void check(AppRequest request) {
        AppArguments arguments = request.arguments();
        AppRequest.Building building = request.building();
        request.name().ifPresent(Names::checked);
        if (arguments.parts().isEmpty() && arguments.sources().isEmpty() && !building.binary()) {
            throw new NewAppException(NOTHING);
        }
        boolean builds = building.binary()
                || !arguments.sources().isEmpty()
                || arguments.parts().stream().anyMatch(part -> part.source().isPresent());
        if (!builds) {
            checkNoBuild(building);
        }
        if (request.running().test() && !request.running().asDeploymentConfig()) {
            throw new NewAppException("--as-test needs --as-deployment-config: only a deployment config can be a test");
        }
    }

    /** What only a build can use is refused where nothing is built, not ignored as by oc. */
    private static void checkNoBuild(AppRequest.Building building) {
        if (building.strategy().isPresent()) {
            throw new NewAppException("--strategy is specified and none of the arguments provided could be classified"
                    + " as a source code location");
        }
        if (building.contextDirectory().isPresent()
                || building.sourceSecret().isPresent()
                || building.sourceImage().isPresent()
                || !building.environment().isEmpty()) {
            throw new NewAppException(
                    "--context-dir, --source-secret, --source-image and --build-env are for builds, but"
                            + " none of the arguments is a source code location");
        }
    }
}
