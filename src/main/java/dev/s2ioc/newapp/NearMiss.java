package dev.s2ioc.newapp;

import java.util.List;
import java.util.stream.Collectors;

/** Words for an image stream that is there without the tag that was asked for. */
final class NearMiss {
    private static final int SHOWN = 5;

    private NearMiss() {}

    static NewAppException of(ImageReference asked, ImageSearch.Origin origin, String namespace, List<String> tags) {
        String stream = namespace + "/" + asked.name();
        String classified = origin == ImageSearch.Origin.ARGUMENT ? NoMatch.classified(asked.text()) : "";
        return new NewAppException(
                switch (tags.size()) {
                    case 0 ->
                        "no tags found on matching image stream: \"" + stream + "\"" + classified
                                + "\n\nThe image stream \"" + asked.name() + "\" exists, but it has no tags."
                                + "\n  Use --allow-missing-imagestream-tags to use this image stream";
                    case 1 ->
                        "only a partial match was found for \"" + asked.text() + "\": \"" + stream + ":"
                                + tags.getFirst() + "\"" + classified
                                + "\n\nThe argument \"" + asked.text() + "\" only partially matched the following"
                                + " container image, OpenShift image stream, or template:\n\n"
                                + candidates(asked, namespace, tags);
                    default ->
                        "multiple images or templates matched \"" + asked.text() + "\"" + classified
                                + "\n\nThe argument \"" + asked.text() + "\" could apply to the following container"
                                + " images, OpenShift image streams, or templates:\n\n"
                                + candidates(asked, namespace, tags);
                });
    }

    /** A word for which there are an image stream and a template. */
    static NewAppException ambiguous(String asked, ImageMatch stream, FoundTemplate template) {
        return new NewAppException("multiple images or templates matched \"" + asked + "\""
                + NoMatch.classified(asked)
                + "\n\nThe argument \"" + asked + "\" could apply to the following container"
                + " images, OpenShift image streams, or templates:\n\n* Image stream \"" + stream.toldName()
                + "\"\n  Use --image-stream=\"" + stream.toldName()
                + "\" to specify this image or template\n\n* Template \""
                + template.qualifiedName() + "\"\n  Use --template=\"" + template.qualifiedName()
                + "\" to specify this image or template");
    }

    private static String candidates(ImageReference asked, String namespace, List<String> tags) {
        return tags.stream()
                .limit(SHOWN)
                .map(tag -> "* Image stream \"" + asked.name() + "\" (tag \"" + tag + "\") in project \"" + namespace
                        + "\"\n  Use --image-stream=\"" + namespace + "/" + asked.name() + ":" + tag
                        + "\" to specify this image or template\n")
                .collect(Collectors.joining("\n"));
    }
}
