package dev.s2ioc.cluster.network.route;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the annotations of a route ask of the router, with the names and values that OpenShift's has for it. */
record RouteOptions(Map<String, String> annotations) {
    private static final String PREFIX = "haproxy.router.openshift.io/";
    private static final String OTHER = "router.openshift.io/";
    private static final String RATE = PREFIX + "rate-limit-connections";
    private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,17})(us|ms|s|m|h|d)?");
    private static final String BOOLEAN = "1|t|T|true|TRUE|True|0|f|F|false|FALSE|False";
    private static final String NUMBER = "[0-9]{1,9}";

    /** What is heeded, and how it has to look. */
    private static final Map<String, Pattern> KNOWN = known();

    private static Map<String, Pattern> known() {
        Map<String, String> written = new HashMap<>();
        written.put(PREFIX + "timeout", TIME.pattern());
        written.put(PREFIX + "timeout-tunnel", TIME.pattern());
        written.put(PREFIX + "balance", "roundrobin|leastconn|source|random");
        written.put(PREFIX + "disable_cookies", BOOLEAN);
        written.put(OTHER + "cookie_name", "[a-zA-Z0-9_-]+");
        written.put(OTHER + "cookie-same-site", "Lax|Strict|None");
        written.put(PREFIX + "rewrite-target", "/.*");
        written.put(PREFIX + "ip_allowlist", AddressList.PATTERN);
        written.put(PREFIX + "ip_whitelist", AddressList.PATTERN);
        written.put(PREFIX + "hsts_header", "(?i)max-age=[0-9]+(\\s*;\\s*(includeSubDomains|preload))*");
        written.put(PREFIX + "set-forwarded-headers", "append|replace|if-none|never");
        written.put(RATE, BOOLEAN);
        written.put(RATE + ".concurrent-tcp", NUMBER);
        written.put(RATE + ".rate-tcp", NUMBER);
        written.put(RATE + ".rate-http", NUMBER);
        Map<String, Pattern> known = new HashMap<>();
        written.forEach((name, pattern) -> known.put(name, Pattern.compile(pattern)));
        return known;
    }

    static RouteOptions of(JsonNode route) {
        Map<String, String> kept = new HashMap<>();
        route.path("metadata").path("annotations").properties().forEach(each -> {
            Pattern pattern = KNOWN.get(each.getKey());
            String value = each.getValue().asText().strip();
            if (pattern != null && pattern.matcher(value).matches()) {
                kept.put(each.getKey(), value);
            }
        });
        return new RouteOptions(Map.copyOf(kept));
    }

    /** Sentences about what is not heeded. */
    static List<String> faults(JsonNode route) {
        List<String> faults = new ArrayList<>();
        route.path("metadata").path("annotations").properties().forEach(each -> {
            String name = each.getKey();
            Pattern pattern = KNOWN.get(name);
            if (pattern != null
                    && !pattern.matcher(each.getValue().asText().strip()).matches()) {
                faults.add("the annotation " + name + " has no effect: " + each.getValue() + " is not a value for it");
            } else if (pattern == null && (name.startsWith(PREFIX) || name.startsWith(OTHER))) {
                faults.add("the annotation " + name + " has no effect: the local cluster's router does not know it");
            }
        });
        return faults;
    }

    private Optional<String> option(String name) {
        return Optional.ofNullable(annotations.get(PREFIX + name));
    }

    private boolean flag(String name) {
        return option(name)
                .filter(value -> List.of("1", "t", "true").contains(value.toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    /** How long the service may say nothing. */
    Duration timeout() {
        return option("timeout").map(RouteOptions::time).orElse(Duration.ofSeconds(30));
    }

    /** The same, once both speak another protocol. */
    Duration tunnelTimeout() {
        return option("timeout-tunnel").map(RouteOptions::time).orElse(Duration.ofHours(1));
    }

    private static Duration time(String written) {
        Matcher time = TIME.matcher(written);
        if (!time.matches()) {
            throw new IllegalStateException(written);
        }
        long count = Math.min(Long.parseLong(time.group(1)), Integer.MAX_VALUE);
        return switch (time.group(2) == null ? "ms" : time.group(2)) {
            case "us" -> Duration.ofNanos(count * 1000);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            case "d" -> Duration.ofDays(count);
            default -> Duration.ofMillis(count);
        };
    }

    /** How callers without a cookie are shared out. */
    String balance(boolean passthrough) {
        return option("balance").orElse(passthrough ? "source" : "roundrobin");
    }

    boolean cookies() {
        return !flag("disable_cookies");
    }

    Optional<String> cookieName() {
        return Optional.ofNullable(annotations.get(OTHER + "cookie_name"));
    }

    String sameSite() {
        return annotations.getOrDefault(OTHER + "cookie-same-site", "None");
    }

    /** The path that the service gets for one below the route's. */
    String rewritten(String routePath, String path) {
        Optional<String> target = option("rewrite-target");
        if (target.isEmpty() || !path.startsWith(routePath)) {
            return path;
        }
        String rest = path.substring(routePath.length());
        return target.get().equals("/") ? "/" + rest.replaceFirst("^/", "") : target.get() + rest;
    }

    boolean allows(String address) {
        return option("ip_allowlist")
                .or(() -> option("ip_whitelist"))
                .map(AddressList::of)
                .filter(list -> !list.has(address))
                .isEmpty();
    }

    Optional<String> strictTransport() {
        return option("hsts_header");
    }

    String forwardedHeaders() {
        return option("set-forwarded-headers").orElse("append");
    }

    /** The most that is let through: of connections at once, of connections in three seconds, of requests in ten. */
    Optional<Integer> limit(String kind) {
        return flag("rate-limit-connections")
                ? option("rate-limit-connections." + kind).map(Integer::valueOf)
                : Optional.empty();
    }
}
