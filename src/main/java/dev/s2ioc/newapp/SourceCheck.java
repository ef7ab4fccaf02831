package dev.s2ioc.newapp;

import dev.s2ioc.source.GitRemote;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Whether a build will be able to fetch its source, as far as can be told from here.
 *
 * @param notices what is told before anything else
 */
record SourceCheck(boolean needsCredentials, List<String> notices) {
    private static final SourceCheck NOTHING = new SourceCheck(false, List.of());

    /** Asks the repository, unless the build brings credentials along. */
    static SourceCheck of(BuildRequest.Input input) throws IOException, InterruptedException {
        Optional<SourceCode.Git> git = input.source().flatMap(SourceCode::git);
        if (git.isEmpty() || input.sourceSecret().isPresent()) {
            return NOTHING;
        }
        return switch (new GitRemote(git.get().url()).access()) {
            case OPEN -> NOTHING;
            case NEEDS_CREDENTIALS -> new SourceCheck(true, List.of());
            case UNKNOWN -> new SourceCheck(false, List.of("warning: Cannot check if git requires authentication."));
            case NO_GIT ->
                new SourceCheck(
                        false,
                        List.of(
                                "warning: Cannot find git. Ensure that it is installed and in your path. Git is required"
                                        + " to check whether the source can be fetched."));
        };
    }
}
