package dev.s2ioc.command;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The image stream that is imported into, and the tag if one is named: {@code [NAMESPACE/]STREAM[:TAG]}. */
record ImportTarget(String namespace, String stream, Optional<String> tag) {
    private static final Pattern FORM =
            Pattern.compile("(?:(?<namespace>[^/:@]+)/)?(?<stream>[^/:@]+)(?::(?<tag>[^/:@]+))?");

    static ImportTarget parse(String word, CommandContext context) {
        if (word.contains("@")) {
            throw new CommandFailure("to import images by ID, use the 'tag' command");
        }
        Matcher form = FORM.matcher(word);
        if (!form.matches()) {
            throw new CommandFailure("\"" + word + "\" must be of the form <stream_name>[:<tag>]");
        }
        String namespace = Optional.ofNullable(form.group("namespace"))
                .orElseGet(() -> context.session().namespace());
        return new ImportTarget(namespace, form.group("stream"), Optional.ofNullable(form.group("tag")));
    }
}
