package dev.s2ioc.source;

/** Shell-like patterns for paths, as Docker understands them. */
final class Glob {

    private Glob() {}

    /** The regular expression for a whole path; {@code **} spans directories only if {@code anyDepth}. */
    static String toRegex(String glob, boolean anyDepth) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            if (c == '*') {
                boolean twice = glob.startsWith("**", i);
                if (twice) {
                    i++;
                }
                if (twice && anyDepth) {
                    boolean slash = glob.startsWith("/", i + 1);
                    regex.append(slash ? "(?:.*/)?" : ".*");
                    i += slash ? 1 : 0;
                } else {
                    regex.append("[^/]*");
                }
            } else if (c == '?') {
                regex.append("[^/]");
            } else if (c == '[' && glob.indexOf(']', i + 2) > 0) {
                int end = glob.indexOf(']', i + 2);
                regex.append(characters(glob.substring(i + 1, end)));
                i = end;
            } else if (c == '\\' && i + 1 < glob.length()) {
                regex.append(quoted(glob.charAt(++i)));
            } else {
                regex.append(quoted(c));
            }
        }
        return regex.toString();
    }

    private static String characters(String range) {
        boolean negated = range.startsWith("^") || range.startsWith("!");
        String rest = negated ? range.substring(1) : range;
        // The && and [ of Java's character classes mean nothing here.
        return "(?!/)[" + (negated ? "^" : "")
                + rest.replace("[", "\\[").replace("&", "\\&").replace("^", "\\^") + "]";
    }

    private static String quoted(char c) {
        return ".\\+()^$|{}[]*?".indexOf(c) >= 0 ? "\\" + c : String.valueOf(c);
    }
}
