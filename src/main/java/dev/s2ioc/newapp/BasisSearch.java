package dev.s2ioc.newapp;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Finds what to build with: the image that the user names, else a Dockerfile's, else one that fits the source. */
final class BasisSearch {
    private final ImageSearch search;
    private final BuilderSearch builders;

    BasisSearch(ImageSearch search, BuilderSearch builders) {
        this.search = search;
        this.builders = builders;
    }

    BuildBasis find(BuildRequest request) throws IOException, InterruptedException {
        BuildRequest.Input input = request.input();
        BuildBasis basis = basis(request, input);
        return input.sourceImage()
                .map(image -> new ImageSearch.Word(image.image(), ImageSearch.Origin.ARGUMENT))
                .map(word -> basis.with(search.find(word, input.allowMissingImages())))
                .orElse(basis);
    }

    private BuildBasis basis(BuildRequest request, BuildRequest.Input input) throws IOException, InterruptedException {
        Optional<ImageMatch> named =
                input.images().stream().findFirst().map(word -> search.find(word, input.allowMissingImages()));
        if (input.dockerfile().isPresent()) {
            return new BuildBasis(
                    Strategy.DOCKER, named.or(() -> base(input.dockerfile().map(Dockerfile::new))), Optional.empty());
        }
        if (input.source().isEmpty()) {
            Strategy fitting = named.filter(FoundImage::isBuilder).isPresent() ? Strategy.SOURCE : Strategy.DOCKER;
            return new BuildBasis(request.strategy().orElse(fitting), named, Optional.empty());
        }
        SourceCode source = input.source().get();
        return named.isPresent() ? withNamed(request, source, named.get()) : bySource(request, source);
    }

    private static BuildBasis withNamed(BuildRequest request, SourceCode source, ImageMatch image)
            throws IOException, InterruptedException {
        Strategy strategy = request.strategy().isPresent() ? request.strategy().get() : fitting(image, source);
        BuildBasis basis = new BuildBasis(strategy, Optional.of(image), Optional.empty());
        Optional<Dockerfile> dockerfile =
                strategy == Strategy.DOCKER && source.directory().isPresent()
                        ? SourceContents.of(source).dockerfile()
                        : Optional.empty();
        return basis.exposing(dockerfile.map(Dockerfile::exposedPorts).orElse(List.of()));
    }

    private static Strategy fitting(ImageMatch image, SourceCode source) throws IOException, InterruptedException {
        if (FoundImage.isBuilder(image)) {
            return Strategy.SOURCE;
        }
        // A repository elsewhere is not fetched for this: the user can say it in a word.
        if (source.directory().isPresent()
                && SourceContents.of(source).dockerfile().isPresent()) {
            return Strategy.DOCKER;
        }
        throw new NewAppException("the image match \"" + image.asked().text() + "\" for source repository \""
                + source.text() + "\" does not appear to be a source-to-image builder.\n\n"
                + "- to attempt to use this image as a source builder, pass \"--strategy=source\"\n"
                + "- to use it as a base image for a Docker build, pass \"--strategy=docker\"");
    }

    private BuildBasis bySource(BuildRequest request, SourceCode source) throws IOException, InterruptedException {
        SourceContents contents = SourceContents.of(source);
        boolean docker = contents.dockerfile().isPresent() && request.strategy().isEmpty()
                || request.strategy().equals(Optional.of(Strategy.DOCKER));
        if (!docker) {
            Language language = Language.of(contents.names()).orElseThrow(() -> noLanguage(source));
            return new BuildBasis(Strategy.SOURCE, Optional.of(builders.find(language)), Optional.of(language));
        }
        if (contents.dockerfile().isEmpty()) {
            throw new NewAppException("No Dockerfile was found in the repository \"" + source.text()
                    + "\" and the requested build strategy is 'docker'");
        }
        if (!contents.dockerfile().get().hasBase()) {
            throw new NewAppException(
                    "the Dockerfile in the repository \"" + source.text() + "\" has no FROM instruction");
        }
        return new BuildBasis(Strategy.DOCKER, base(contents.dockerfile()), Optional.empty())
                .exposing(contents.dockerfile().get().exposedPorts());
    }

    private static NewAppException noLanguage(SourceCode source) {
        return new NewAppException("No language matched the source repository\n" + "Name the builder: BUILDER~"
                + source.text() + ", or add a Dockerfile to the source.");
    }

    private Optional<ImageMatch> base(Optional<Dockerfile> dockerfile) {
        return dockerfile.flatMap(Dockerfile::baseImage).map(search::base);
    }
}
