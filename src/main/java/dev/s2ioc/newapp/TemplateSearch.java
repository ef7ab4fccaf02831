package dev.s2ioc.newapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.Manifest;
import dev.s2ioc.client.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds templates: of the current project, then of the project {@code openshift}, or in a file. */
final class TemplateSearch {
    private final Session session;
    private final Function<String, Path> resolve;

    /** @param resolve finds a file as the user named it */
    TemplateSearch(Session session, Function<String, Path> resolve) {
        this.session = session;
        this.resolve = resolve;
    }

    /**
     * The template that a word means; empty if it can mean something else.
     *
     * @throws NewAppException if it can only mean a template, and there is none
     */
    Optional<FoundTemplate> find(ImageSearch.Word word) throws IOException {
        return switch (word.origin()) {
            case ARGUMENT -> stored(word.text());
            case TEMPLATE ->
                Optional.of(stored(word.text())
                        .orElseThrow(() -> NoMatch.of(word.text(), word.origin(), Purpose.NEW_APP.command())));
            case TEMPLATE_FILE -> Optional.of(ofFile(word));
            case IMAGE_STREAM, IMAGE, DETECTED -> Optional.empty();
        };
    }

    /** Of a name, or a name in a project. */
    private Optional<FoundTemplate> stored(String text) {
        Optional<ImageReference> name = ImageReference.parse(text)
                .filter(reference -> reference.mayBeStream()
                        && reference.tag().isEmpty()
                        && reference.digest().isEmpty());
        if (name.isEmpty()) {
            return Optional.empty();
        }
        List<String> projects = name.get()
                .namespace()
                .map(List::of)
                .orElseGet(() -> new SharedObjects(session).projects().toList());
        for (String project : projects) {
            Optional<JsonNode> found = stored(project, name.get().name());
            if (found.isPresent()) {
                return Optional.of(new FoundTemplate(text, project, (ObjectNode) found.get()));
            }
        }
        return Optional.empty();
    }

    /** A template that the user may not see is none: the word may well mean an image. */
    private Optional<JsonNode> stored(String project, String name) {
        try {
            return new Lookup(session).find(KnownTypes.TEMPLATE, project, name);
        } catch (ApiException refusal) {
            if (refusal.isForbidden()) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    private FoundTemplate ofFile(ImageSearch.Word word) throws IOException {
        Path file = resolve.apply(word.text());
        if (!Files.isRegularFile(file)) {
            throw NoMatch.of(word.text(), word.origin(), Purpose.NEW_APP.command());
        }
        List<Manifest> objects = Manifest.parse(word.text(), Files.readString(file));
        if (objects.size() != 1 || !objects.getFirst().kind().equals("Template")) {
            throw new NewAppException("unable to load template file \"" + word.text() + "\": it must hold one Template"
                    + (objects.isEmpty()
                            ? ""
                            : ", not "
                                    + (objects.size() == 1
                                            ? "a " + objects.getFirst().kind()
                                            : objects.size() + " objects")));
        }
        return new FoundTemplate(
                word.text(), session.namespace(), objects.getFirst().object());
    }
}
