package dev.s2ioc.cluster.api;

import dev.s2ioc.cluster.kind.StatusException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What form of answer a client wants. */
record Accept(Form form, String version) {
    /** The forms that an object or a list can take. */
    enum Form {
        OBJECT,
        TABLE,
        METADATA
    }

    static final Accept PLAIN = new Accept(Form.OBJECT, "");

    /** One entry of an Accept header. */
    record Range(String type, Map<String, String> parameters) {
        static List<Range> of(String header) {
            return Arrays.stream(header.split(",")).map(Range::parse).toList();
        }

        private static Range parse(String text) {
            String[] parts = text.split(";");
            Map<String, String> parameters = new HashMap<>();
            for (int i = 1; i < parts.length; i++) {
                String[] pair = parts[i].strip().split("=", 2);
                parameters.put(pair[0], pair.length == 2 ? pair[1] : "");
            }
            return new Range(parts[0].strip().toLowerCase(Locale.ROOT), parameters);
        }

        boolean isJson() {
            return List.of("application/json", "application/*", "*/*").contains(type);
        }
    }

    /** The first range that can be served, as clients order them by preference. */
    static Accept of(String header) {
        if (header.isBlank()) {
            return PLAIN;
        }
        for (Range range : Range.of(header)) {
            String as = range.parameters().getOrDefault("as", "");
            String version = range.parameters().getOrDefault("v", "v1");
            if (!range.isJson()) {
                continue;
            }
            if (as.isEmpty()) {
                return PLAIN;
            }
            boolean meta = range.parameters().getOrDefault("g", "").equals("meta.k8s.io")
                    && List.of("v1", "v1beta1").contains(version);
            if (meta && as.equals("Table")) {
                return new Accept(Form.TABLE, version);
            }
            if (meta && as.startsWith("PartialObjectMetadata")) {
                return new Accept(Form.METADATA, version);
            }
        }
        throw StatusException.of(406, "NotAcceptable", "only the following media types are accepted: application/json");
    }
}
