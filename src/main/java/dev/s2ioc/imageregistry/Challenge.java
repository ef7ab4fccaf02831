package dev.s2ioc.imageregistry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a registry wants to be told who asks: the content of {@code WWW-Authenticate}. */
record Challenge(String scheme, Map<String, String> parameters) {
    private static final Pattern PARAMETER = Pattern.compile("([A-Za-z]+)=(?:\"([^\"]*)\"|([^,\\s]+))");

    /** The one to answer: a token is better than a password. */
    static Optional<Challenge> of(List<String> headers) {
        List<Challenge> all = headers.stream().map(Challenge::parse).toList();
        Optional<Challenge> bearer = all.stream().filter(Challenge::isBearer).findFirst();
        return bearer.isPresent()
                ? bearer
                : all.stream().filter(each -> each.scheme.equals("basic")).findFirst();
    }

    private static Challenge parse(String header) {
        String[] halves = header.strip().split("\\s+", 2);
        Map<String, String> parameters = new LinkedHashMap<>();
        Matcher found = PARAMETER.matcher(halves.length > 1 ? halves[1] : "");
        while (found.find()) {
            parameters.put(
                    found.group(1).toLowerCase(Locale.ROOT), found.group(2) == null ? found.group(3) : found.group(2));
        }
        return new Challenge(halves[0].toLowerCase(Locale.ROOT), parameters);
    }

    boolean isBearer() {
        return scheme.equals("bearer") && parameters.containsKey("realm");
    }

    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }
}
