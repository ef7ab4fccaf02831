package dev.s2ioc.cluster.build.git;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The proxies of a git source, each of which may be empty, and the hosts that are reached without. */
public record GitProxy(String http, String https, String exceptions) {

    /** Git has one proxy for both; which it is, the repository's URL decides. */
    List<String> options(String uri) {
        String proxy = uri.toLowerCase(Locale.ROOT).startsWith("https:") ? https : http;
        return proxy.isEmpty() ? List.of() : List.of("-c", "http.proxy=" + proxy);
    }

    Map<String, String> environment() {
        return exceptions.isEmpty() ? Map.of() : Map.of("NO_PROXY", exceptions, "no_proxy", exceptions);
    }
}
