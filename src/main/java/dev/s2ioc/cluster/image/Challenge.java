package dev.s2ioc.cluster.image;

import java.net.URLEncoder;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a registry that refuses wants to see: a password, or a token that another service gives. */
record Challenge(boolean bearer, String realm, String service) {
    private static final Pattern PARAMETER = Pattern.compile("(\\w+)=\"([^\"]*)\"");

    /** Of several, the one for a token; whoever gives tokens prefers them. */
    static Challenge of(HttpHeaders headers) {
        Challenge found = new Challenge(false, "", "");
        for (String header : headers.allValues("WWW-Authenticate")) {
            if (header.toLowerCase(Locale.ROOT).startsWith("bearer ")) {
                Map<String, String> parameters = new HashMap<>();
                Matcher matcher = PARAMETER.matcher(header);
                while (matcher.find()) {
                    parameters.put(matcher.group(1).toLowerCase(Locale.ROOT), matcher.group(2));
                }
                return new Challenge(
                        true, parameters.getOrDefault("realm", ""), parameters.getOrDefault("service", ""));
            }
        }
        return found;
    }

    /** Where a token for reading a repository is given. */
    String tokenAddress(String repository) {
        return realm + (realm.contains("?") ? "&" : "?") + "service=" + encoded(service) + "&scope="
                + encoded("repository:" + repository + ":pull");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
