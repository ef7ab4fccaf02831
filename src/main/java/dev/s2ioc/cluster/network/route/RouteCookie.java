package dev.s2ioc.cluster.network.route;

import dev.s2ioc.cluster.network.route.RequestHead.Field;
import dev.s2ioc.cluster.store.Key;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The cookie by which a caller comes back to the pod that it was with.
 *
 * @param more what else is said of it
 */
record RouteCookie(String name, String more) {

    static RouteCookie of(RouteTable.Entry route) {
        boolean secure = List.of("edge", "reencrypt").contains(route.termination())
                && !route.insecure().equals("Allow");
        return new RouteCookie(
                route.options().cookieName().orElse(usualName(route.key())),
                "; path=/; HttpOnly"
                        + (secure ? "; Secure; SameSite=" + route.options().sameSite() : ""));
    }

    private static String usualName(Key route) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5")
                    .digest((route.namespace() + ":" + route.name()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty when the caller has none. */
    String in(RequestHead head) {
        return head.fields().stream()
                .filter(field -> field.is("Cookie"))
                .flatMap(field -> Arrays.stream(field.value().split(";")))
                .map(String::strip)
                .filter(each -> each.startsWith(name + "="))
                .map(each -> each.substring(name.length() + 1))
                .findFirst()
                .orElse("");
    }

    /** The service is not bothered with it. */
    List<Field> without(List<Field> fields) {
        return fields.stream()
                .map(field -> field.is("Cookie") ? new Field(field.name(), without(field.value())) : field)
                .filter(field -> !field.is("Cookie") || !field.value().isEmpty())
                .toList();
    }

    private String without(String cookies) {
        return Arrays.stream(cookies.split(";"))
                .map(String::strip)
                .filter(each -> !each.startsWith(name + "="))
                .collect(Collectors.joining("; "));
    }

    List<Field> set(String backend) {
        return List.of(new Field("Set-Cookie", name + "=" + backend + more), new Field("Cache-Control", "private"));
    }
}
