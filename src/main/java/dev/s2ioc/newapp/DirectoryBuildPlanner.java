package dev.s2ioc.newapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans what must be there before a directory can be built: a build config that takes it, and an image stream. */
public final class DirectoryBuildPlanner {

    /**
     * What the user says about it; what is left unsaid stays as it is, or is the usual.
     *
     * @param builder the image that turns the source into an image; empty for one with a Dockerfile
     * @param to the image stream tag to push to
     * @param settings what its builds are told besides
     */
    public record Wish(
            String name,
            Optional<String> builder,
            Optional<Strategy> strategy,
            Optional<String> to,
            BuildSettings settings) {}

    private final Session session;
    private final BuildPlanner planner;
    private final Wish wish;

    public DirectoryBuildPlanner(Session session, Wish wish) {
        this.session = session;
        this.planner = new BuildPlanner(session, new WebhookSecret());
        this.wish = wish;
    }

    /** The build config of that name, if there is one. */
    public Optional<JsonNode> stored() {
        return new Lookup(session).find(KnownTypes.BUILD_CONFIG, wish.name());
    }

    /** The objects to make or change; none if all is as wished. */
    public List<PlannedObject> plan(Optional<JsonNode> stored) throws IOException, InterruptedException {
        if (stored.isEmpty()) {
            List<PlannedObject> fresh = new ArrayList<>(
                    planner.plan(request(wish.to(), Existing.REFUSE)).objects());
            fresh.replaceAll(this::told);
            return fresh;
        }
        requireBinary(stored.get());
        List<PlannedObject> objects = new ArrayList<>();
        JsonNode config = stored.get();
        if (wish.builder().isPresent() || wish.strategy().isPresent()) {
            Optional<String> to = wish.to().or(() -> output(stored.get()));
            objects.addAll(planner.plan(request(to, Existing.UPDATE)).objects());
            config = objects.getLast().body();
        } else if (wish.to().isPresent()) {
            config = redirected(stored.get());
            objects.add(new PlannedObject(
                    KnownTypes.BUILD_CONFIG,
                    (ObjectNode) config,
                    config.equals(stored.get()) ? Deed.KEEP : Deed.UPDATE));
        }
        if (objects.isEmpty() && !wish.settings().areNone()) {
            objects.add(new PlannedObject(KnownTypes.BUILD_CONFIG, (ObjectNode) config, Deed.KEEP));
        }
        objects.replaceAll(this::told);
        if (objects.stream().noneMatch(object -> object.type().equals(KnownTypes.IMAGE_STREAM))) {
            missingStream(config).ifPresent(objects::addFirst);
        }
        return objects.stream().filter(object -> object.deed() != Deed.KEEP).toList();
    }

    /** A build config with what its builds are told; other objects as they are. */
    private PlannedObject told(PlannedObject object) {
        if (!object.type().equals(KnownTypes.BUILD_CONFIG) || wish.settings().areNone()) {
            return object;
        }
        ObjectNode body = wish.settings().in(object.body());
        boolean same = body.equals(object.body());
        return new PlannedObject(
                object.type(), body, object.deed() == Deed.KEEP && !same ? Deed.UPDATE : object.deed());
    }

    private void requireBinary(JsonNode config) {
        JsonNode source = config.at("/spec/source");
        if (!source.has("binary") && !source.path("type").asText().equals("Binary")) {
            throw new NewAppException("the build config \"" + wish.name() + "\" builds from its own source ("
                    + source.path("type").asText("none") + "), not from one that is sent along.\n"
                    + "Choose another name with --name, or start it as it is: s2ioc start-build " + wish.name());
        }
    }

    private BuildRequest request(Optional<String> to, Existing existing) {
        BuildRequest.Input input = new BuildRequest.Input(
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                wish.builder().stream().toList(),
                List.of(),
                List.of(),
                false,
                false);
        Assignments none = Assignments.NONE;
        Strategy fitting = wish.builder().isPresent() ? Strategy.SOURCE : Strategy.DOCKER;
        return new BuildRequest(
                input,
                new BuildRequest.Output(to, false, false, Optional.empty()),
                new BuildRequest.Settings(none, none, List.of(), List.of()),
                Optional.of(wish.name()),
                Optional.of(wish.strategy().orElse(fitting)),
                existing,
                Optional.empty());
    }

    private static Optional<String> output(JsonNode config) {
        JsonNode to = config.at("/spec/output/to");
        return to.path("kind").asText().equals("ImageStreamTag")
                ? Optional.of(to.path("name").asText())
                : Optional.empty();
    }

    private JsonNode redirected(JsonNode config) {
        BuildRequest.Output wanted = new BuildRequest.Output(wish.to(), false, false, Optional.empty());
        ObjectNode changed = config.deepCopy();
        BuildOutput.of(wanted, wish.name())
                .reference()
                .ifPresent(to -> changed.withObject("/spec/output").set("to", to));
        return changed;
    }

    /** Somebody may have deleted the stream since; a build without it fails at once. */
    private Optional<PlannedObject> missingStream(JsonNode config) {
        boolean elsewhere = config.at("/spec/output/to").hasNonNull("namespace");
        return output(config)
                .filter(to -> !elsewhere)
                .map(to -> to.substring(0, to.lastIndexOf(':')))
                .filter(stream -> new Lookup(session)
                        .find(KnownTypes.IMAGE_STREAM, stream)
                        .isEmpty())
                .map(stream ->
                        ImageStreams.empty(new NewObject(stream, Map.of("build", wish.name()), "OpenShiftNewBuild")));
    }
}
