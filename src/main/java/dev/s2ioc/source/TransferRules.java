package dev.s2ioc.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which files a transfer takes, by patterns as rsync has them: the first that matches decides, what is included is looked at
 * before what is excluded, and what lies in an excluded directory is out with it.
 */
public final class TransferRules {

    private record Rule(Pattern pattern, boolean directories, boolean include) {

        static Rule of(String glob, boolean include) {
            String name = glob.replaceFirst("(?<=.)/+$", "");
            boolean anchored = name.startsWith("/");
            String regex = Glob.toRegex(anchored ? name.substring(1) : name, true);
            return new Rule(
                    Pattern.compile(anchored ? regex : "(?:.*/)?" + regex), name.length() < glob.length(), include);
        }

        boolean decides(String path, boolean directory) {
            return (directory || !directories) && pattern.matcher(path).matches();
        }
    }

    private final List<Rule> rules = new ArrayList<>();

    public TransferRules(List<String> include, List<String> exclude) {
        include.forEach(glob -> rules.add(Rule.of(glob, true)));
        exclude.forEach(glob -> rules.add(Rule.of(glob, false)));
    }

    /** Whether a path is taken: relative to where the transfer begins, with {@code /} between the names. */
    public boolean take(String path, boolean directory) {
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            if (!takeAlone(path.substring(0, slash), true)) {
                return false;
            }
        }
        return takeAlone(path, directory);
    }

    private boolean takeAlone(String path, boolean directory) {
        return rules.stream()
                .filter(rule -> rule.decides(path, directory))
                .findFirst()
                .map(Rule::include)
                .orElse(true);
    }
}
