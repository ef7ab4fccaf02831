package dev.s2ioc.source;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The regular expression of {@code --exclude}, searched for in the relative path of each entry. */
final class ExcludePattern implements Rules {
    private final Pattern pattern;

    ExcludePattern(Pattern pattern) {
        this.pattern = pattern;
    }

    @Override
    public Optional<String> dropping(String path, boolean directory) {
        return pattern.matcher(path).find() ? Optional.of("--exclude " + pattern) : Optional.empty();
    }

    /** False when what matched lies wholly in the directory's own path: it is then found in every path below, too. */
    @Override
    public boolean mayKeepBelow(String directory) {
        String prefix = directory + "/";
        Matcher matcher = pattern.matcher(prefix + "x");
        return !(matcher.find() && matcher.end() <= prefix.length());
    }
}
