package dev.s2ioc.cluster.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code a=b&c=d}, as in queries and in the bodies of forms. */
final class Form {
    private Form() {}

    static Map<String, List<String>> parse(String text) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            if (!pair.isEmpty()) {
                int at = pair.indexOf('=');
                String name = Exchange.decoded(at < 0 ? pair : pair.substring(0, at));
                values.computeIfAbsent(name, none -> new ArrayList<>())
                        .add(at < 0 ? "" : Exchange.decoded(pair.substring(at + 1)));
            }
        }
        return values;
    }
}
