package dev.s2ioc.newapp;

import dev.s2ioc.client.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds what the parts of an application stand for: images, streams, templates, and builds of sources. */
final class AppUnits {
    private static final String INSTALLER = "io.openshift.generate.job";

    private final AppRequest request;
    private final ImageSearch search;
    private final TemplateSearch templates;
    private final BuildPlanner builds;
    private final FreeNames names = new FreeNames();

    AppUnits(Session session, AppRequest request) {
        this.request = request;
        this.search = new ImageSearch(
                new StreamSearch(session, request.finding().allowMissingTags()),
                new RegistrySearch(session, request.finding().importPolicy(), request.name()),
                Purpose.NEW_APP.command());
        this.templates = new TemplateSearch(session, request.building().resolve());
        this.builds = new BuildPlanner(session, new WebhookSecret(), Purpose.NEW_APP);
    }

    List<AppUnit> all() throws IOException, InterruptedException {
        List<AppPart> parts = parts();
        long images = parts.stream()
                .filter(part -> part.word().filter(ImageSearch.Word::isTemplate).isEmpty())
                .count();
        if (images > 1 && request.name().isPresent()) {
            throw new NewAppException("only one component or source repository can be used when specifying a name");
        }
        List<AppUnit> units = new ArrayList<>();
        for (AppPart part : parts) {
            boolean built = part.source().isPresent() || request.building().binary() && part.lacksSource();
            units.add(built ? built(part) : found(part.word().orElseThrow(), part.group()));
        }
        return units;
    }

    /** The parts, with the sources that stand alone given to those that they belong to. */
    private List<AppPart> parts() {
        List<AppPart> parts = new ArrayList<>(request.arguments().parts());
        List<String> sources = request.arguments().sources();
        List<AppPart> takers = parts.stream().filter(AppPart::lacksSource).toList();
        if (request.building().binary()) {
            requireOneUpload(parts, takers);
            if (takers.isEmpty()) {
                parts.add(new AppPart(Optional.empty(), Optional.empty(), parts.size()));
            }
        } else if (takers.isEmpty()) {
            sources.forEach(source -> parts.add(new AppPart(Optional.empty(), Optional.of(source), parts.size())));
        } else if (!sources.isEmpty()) {
            AppPart taker = taker(takers, sources);
            parts.set(parts.indexOf(taker), taker.with(sources.getFirst()));
        }
        return parts;
    }

    private void requireOneUpload(List<AppPart> parts, List<AppPart> takers) {
        boolean code = !request.arguments().sources().isEmpty()
                || parts.stream().anyMatch(part -> part.source().isPresent());
        if (code) {
            throw new NewAppException(
                    "specifying binary builds and source repositories at the same time is not allowed");
        }
        if (takers.size() > 1) {
            throw new NewAppException("a binary build is made with one image, but " + takers.size() + " are given");
        }
    }

    private AppPart taker(List<AppPart> takers, List<String> sources) {
        List<AppPart> able = takers.size() == 1
                ? takers
                : takers.stream()
                        .filter(part -> isBuilder(part.word().orElseThrow()))
                        .toList();
        if (able.size() == 1 && sources.size() == 1) {
            return able.getFirst();
        }
        String suggestions = takers.stream()
                .flatMap(part -> sources.stream().map(source -> "  " + part.text() + "~" + source))
                .collect(Collectors.joining("\n"));
        throw new NewAppException("it is not clear which image builds which source - use one of the following to"
                + " declare which code goes with the image:\n" + suggestions);
    }

    private boolean isBuilder(ImageSearch.Word word) {
        return ImageReference.parse(word.text())
                .flatMap(search::inStreams)
                .filter(FoundImage::isBuilder)
                .isPresent();
    }

    private AppUnit found(ImageSearch.Word word, int group) throws IOException {
        Optional<FoundTemplate> template = templates.find(word);
        if (template.isPresent()) {
            Optional<ImageMatch> stream = word.isTemplate()
                    ? Optional.empty()
                    : ImageReference.parse(word.text()).flatMap(search::inStreams);
            if (stream.isPresent()) {
                throw NearMiss.ambiguous(word.text(), stream.get(), template.get());
            }
            return new AppUnit.Templated(template.get());
        }
        ImageMatch image = search.find(word, request.finding().allowMissingImages());
        boolean installer = ImageSearch.config(image.image())
                .path("Labels")
                .path(INSTALLER)
                .asText()
                .equals("true");
        if (installer && !request.running().noInstall()) {
            throw new NewAppException("the image \"" + word.text() + "\" says that it installs software with the rights"
                    + " of your account (label " + INSTALLER + "), which s2ioc does not give it\n"
                    + "Use --no-install to run it like any other image.");
        }
        return new AppUnit.Ready(image, group);
    }

    private AppUnit built(AppPart part) throws IOException, InterruptedException {
        AppRequest.Building building = request.building();
        Optional<SourceCode> source = part.source().isEmpty()
                ? Optional.empty()
                : Optional.of(SourceCode.of(part.source().get(), building.contextDirectory(), building.resolve()));
        BuildRequest.Input input = new BuildRequest.Input(
                building.binary(),
                Optional.empty(),
                source,
                building.contextDirectory(),
                building.sourceSecret(),
                building.sourceImage(),
                texts(part, ImageSearch.Origin.ARGUMENT),
                texts(part, ImageSearch.Origin.IMAGE_STREAM),
                texts(part, ImageSearch.Origin.IMAGE),
                request.finding().allowMissingImages(),
                request.finding().allowMissingTags());
        BuildRequest build = new BuildRequest(
                input,
                new BuildRequest.Output(Optional.empty(), false, false, Optional.empty()),
                new BuildRequest.Settings(building.environment(), Assignments.NONE, List.of(), List.of()),
                request.name().or(() -> source.map(code -> names.next(Names.derivedFrom(code.name())))),
                building.strategy(),
                Existing.REFUSE,
                Optional.of(Map.of()),
                request.finding().importPolicy());
        return new AppUnit.Built(builds.planned(build), part.group());
    }

    private static List<String> texts(AppPart part, ImageSearch.Origin origin) {
        return part.word().stream()
                .filter(word -> word.origin() == origin)
                .map(ImageSearch.Word::text)
                .toList();
    }
}
