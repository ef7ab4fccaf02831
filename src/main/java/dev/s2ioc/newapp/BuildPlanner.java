package dev.s2ioc.newapp;

import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Turns what the user wants built into the objects to create. Asks the server, changes nothing. */
public final class BuildPlanner {
    private final Session session;
    private final BuildConfigs buildConfigs;
    private final Purpose purpose;

    /** @param secrets gives a new secret for each webhook */
    public BuildPlanner(Session session, Supplier<String> secrets) {
        this(session, secrets, Purpose.NEW_BUILD);
    }

    BuildPlanner(Session session, Supplier<String> secrets, Purpose purpose) {
        this.session = session;
        this.purpose = purpose;
        this.buildConfigs = new BuildConfigs(secrets);
    }

    public CreationPlan plan(BuildRequest request) throws IOException, InterruptedException {
        return planned(request).plan();
    }

    PlannedBuild planned(BuildRequest request) throws IOException, InterruptedException {
        BuildRequestCheck.check(request);
        SourceCheck check = SourceCheck.of(request.input());
        ImageSearch search = new ImageSearch(
                new StreamSearch(session, request.input().allowMissingTags()),
                new RegistrySearch(session, request.importPolicy()),
                purpose.command());
        BuildBasis basis = new BasisSearch(search, new BuilderSearch(session, search, purpose.command())).find(request);
        checkSettings(request.settings(), basis.strategy());
        Optional<ImageMatch> from = basis.from();
        String name = name(request, from);
        BuildOutput output = BuildOutput.of(request.output(), name);
        List<String> warnings = new ArrayList<>();
        from.flatMap(match -> match.warning("build")).ifPresent(warnings::add);
        circle(request, from, output).ifPresent(warnings::add);

        NewObject identity = new NewObject(name, request.labels().orElse(Map.of("build", name)), purpose.generatedBy());
        List<PlannedObject> objects = new ArrayList<>();
        Optional<TrackingTag> tracking = from.flatMap(ImageMatch::tagToMake);
        tracking.ifPresent(tag -> objects.add(ImageStreams.tracking(identity, tag)));
        output.stream()
                .filter(stream -> objects.stream().noneMatch(made -> made.name().equals(stream)))
                .filter(stream -> new Lookup(session)
                        .find(KnownTypes.IMAGE_STREAM, stream)
                        .isEmpty())
                .ifPresent(stream -> objects.add(ImageStreams.empty(identity.named(stream))));
        basis.sourceImage()
                .flatMap(ImageMatch::tagToMake)
                .filter(tag -> !tracking.equals(Optional.of(tag)))
                .ifPresent(tag -> objects.add(ImageStreams.tracking(identity, tag)));
        PlannedObject config =
                settled(buildConfigs.of(identity, request, basis, output.reference()), request.existing());
        objects.add(config);
        CreationPlan.Section section = new CreationPlan.Section(
                from.filter(ImageMatch::isKnown).map(FoundImage::of),
                BuildFacts.of(request, basis, output, tracking, check, config.deed() != Deed.CREATE));
        CreationPlan plan =
                new CreationPlan(name, identity.labels(), List.of(section), check.notices(), warnings, objects);
        return new PlannedBuild(plan, basis, output);
    }

    /** What becomes of the build config when one of its name is there. */
    private PlannedObject settled(PlannedObject planned, Existing existing) {
        if (existing == Existing.REFUSE) {
            return planned;
        }
        return new Lookup(session)
                .find(planned.type(), planned.name())
                .map(stored -> existing == Existing.UPDATE
                        ? BuildConfigUpdate.of(planned, stored)
                        : new PlannedObject(planned.type(), stored.deepCopy(), Deed.KEEP))
                .orElse(planned);
    }

    private static void checkSettings(BuildRequest.Settings settings, Strategy strategy) {
        if (strategy == Strategy.SOURCE && !settings.buildArguments().isEmpty()) {
            throw new NewAppException("cannot use '--build-arg' without a Docker build");
        }
        if (strategy == Strategy.DOCKER) {
            settings.secrets().forEach(BuildPlanner::checkBelowSource);
        }
    }

    /** Docker builds can only use what is below their source; source builds may put secrets anywhere. */
    private static void checkBelowSource(Mount secret) {
        if (secret.directory().startsWith("/")) {
            throw new NewAppException("for the docker strategy, the secret destination directory \""
                    + secret.directory() + "\" must be a relative path");
        }
    }

    private static String name(BuildRequest request, Optional<ImageMatch> from) {
        return request.name()
                .map(Names::checked)
                .or(() -> BuildOutput.suggestedName(request.output()).map(Names::derivedFrom))
                .or(() -> request.input().source().map(source -> Names.derivedFrom(source.name())))
                .or(() -> from.map(match -> Names.derivedFrom(match.name())))
                .orElseThrow(() -> new NewAppException(
                        "you must provide a --name when you don't specify a source repository or base image"));
    }

    /** A build that overwrites what it builds on: refused, but only told when the user has asked for it with --to. */
    private Optional<String> circle(BuildRequest request, Optional<ImageMatch> from, BuildOutput output) {
        boolean circular = !output.none()
                && output.stream().isPresent()
                && from.filter(match -> isInProject(match, output.image())).isPresent();
        if (!circular) {
            return Optional.empty();
        }
        String complaint = "output image of \"" + output.image() + "\" should be different than input";
        if (request.output().to().isEmpty()) {
            throw new NewAppException(complaint + ", " + purpose.otherOutput());
        }
        return Optional.of("--> WARNING: " + complaint);
    }

    private boolean isInProject(ImageMatch match, String streamTag) {
        return switch (match) {
            case ImageMatch.OfStream stream -> stream.isTag(session.namespace(), streamTag);
            case ImageMatch.OfRegistry registry ->
                registry.trackedAs()
                        .filter(tag -> tag.streamTag().equals(streamTag))
                        .isPresent();
            case ImageMatch.Unseen unseen -> false;
            case ImageMatch.Scratch scratch -> false;
        };
    }
}
