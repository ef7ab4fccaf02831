package dev.s2ioc.newapp;

import dev.s2ioc.client.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns what the user wants run into the objects to create. Asks the server, changes nothing. */
public final class AppPlanner {
    private static final String GENERATED_BY = "OpenShiftNewApp";

    private final Session session;

    public AppPlanner(Session session) {
        this.session = session;
    }

    public CreationPlan plan(AppRequest request) {
        ImageMatch image = image(request);
        String name = request.name().map(Names::checked).orElseGet(() -> Names.derivedFrom(image.name()));
        NewObject identity = new NewObject(name, request.labels().orElseGet(() -> usual(name)), GENERATED_BY);
        Workload workload = new Workload(identity, image, request.environment());
        List<PlannedObject> running = new ArrayList<>(List.of(workload.deployment()));
        workload.service().ifPresent(running::add);
        if (!request.dry()) {
            requireTypes(running);
        }
        List<PlannedObject> objects = new ArrayList<>();
        image.tagToMake().ifPresent(tag -> objects.add(ImageStreams.tracking(identity, tag)));
        objects.addAll(running);
        List<String> warnings = image.warning("deployment").stream().toList();
        return new CreationPlan(
                name,
                request.labels().orElse(Map.of()),
                Optional.of(image).filter(ImageMatch::isKnown).map(FoundImage::of),
                List.of(),
                List.of(),
                warnings,
                objects,
                advice(workload, name));
    }

    private ImageMatch image(AppRequest request) {
        AppRequest.ImageWords images = request.images();
        List<ImageSearch.Word> words = images.words();
        if (words.isEmpty()) {
            throw new NewAppException(NOTHING);
        }
        if (words.size() > 1) {
            throw new NewAppException("an application is made of one image, but " + words.size()
                    + " are given\nCall new-app once for each.");
        }
        return new ImageSearch(
                        new StreamSearch(session, images.allowMissingTags()), new RegistrySearch(session), "new-app")
                .find(words.getFirst(), images.allowMissingImages());
    }

    private static final String NOTHING = """
            You must specify an image or an image stream to create an application.

            To run what was built:

              s2ioc new-app NAME

            See 's2ioc new-app -h' for help and examples""";

    private static Map<String, String> usual(String name) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("app", name);
        labels.put("app.kubernetes.io/component", name);
        labels.put("app.kubernetes.io/instance", name);
        return labels;
    }

    /** A server without deployments, as a cluster for builds only, is told of before anything is made there. */
    private void requireTypes(List<PlannedObject> objects) {
        for (PlannedObject object : objects) {
            boolean served = session.discovery().all().stream()
                    .anyMatch(type -> type.qualified().equals(object.type().qualified()));
            if (!served) {
                throw new NewAppException("the server doesn't have a resource type \""
                        + object.type().qualified() + "\", so that nothing can run there; nothing was created\n"
                        + "The objects for a server that has it are printed with -o yaml.");
            }
        }
    }

    private static List<String> advice(Workload workload, String name) {
        List<String> advice = new ArrayList<>();
        if (workload.service().isPresent()) {
            advice.add(
                    "    Application is not exposed. You can expose services to the outside world by executing one or"
                            + " more of the commands below:");
            advice.add("     'oc expose service/" + name + "' ");
        }
        advice.add("    Run 'oc status' to view your app.");
        return advice;
    }
}
