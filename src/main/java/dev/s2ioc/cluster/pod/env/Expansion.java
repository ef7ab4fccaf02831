package dev.s2ioc.cluster.pod.env;

import java.util.Map;

/** Puts variables in the place of {@code $(NAME)}; {@code $$(NAME)} stays as {@code $(NAME)}, and so do names that are unknown. */
public final class Expansion {
    private Expansion() {}

    public static String of(String text, Map<String, String> variables) {
        StringBuilder expanded = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int end = text.startsWith("$(", at) ? text.indexOf(')', at) : -1;
            if (text.startsWith("$$", at)) {
                expanded.append('$');
                at += 2;
            } else if (end > 0) {
                String name = text.substring(at + 2, end);
                expanded.append(variables.getOrDefault(name, text.substring(at, end + 1)));
                at = end + 1;
            } else {
                expanded.append(c);
                at++;
            }
        }
        return expanded.toString();
    }
}
