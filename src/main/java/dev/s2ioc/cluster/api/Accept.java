package dev.s2ioc.cluster.api;

import dev.s2ioc.cluster.kind.StatusException;
import java.util.Arrays;
import java.util.Comparator;
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
        METADATA,
        METADATA_LIST
    }

    static final Accept PLAIN = new Accept(Form.OBJECT, "");

    private static final Map<String, Form> FORMS = Map.of(
            "Table", Form.TABLE,
            "PartialObjectMetadata", Form.METADATA,
            "PartialObjectMetadataList", Form.METADATA_LIST);

    /** One entry of an Accept header. */
    record Range(String type, Map<String, String> parameters) {
        /** As the client prefers them: by weight, then in its order. An absent header accepts everything. */
        static List<Range> of(String header) {
            return Arrays.stream((header.isBlank() ? "*/*" : header).split(","))
                    .map(Range::parse)
                    .sorted(Comparator.comparingDouble(range -> -range.weight()))
                    .toList();
        }

        private static Range parse(String text) {
            String[] parts = text.split(";");
            Map<String, String> parameters = new HashMap<>();
            for (int i = 1; i < parts.length; i++) {
                String[] pair = parts[i].strip().split("=", 2);
                parameters.put(pair[0], pair.length == 2 ? pair[1] : "");
            }
            return new Range(parts.length == 0 ? "" : parts[0].strip().toLowerCase(Locale.ROOT), parameters);
        }

        private double weight() {
            try {
                return Double.parseDouble(parameters.getOrDefault("q", "1"));
            } catch (NumberFormatException e) {
                return 0;
            }
        }

        boolean isJson() {
            return List.of("application/json", "application/*", "*/*").contains(type);
        }

        boolean isYaml() {
            return type.equals("application/yaml");
        }
    }

    /** The first range that can be served. */
    static Accept of(String header) {
        for (Range range : Range.of(header)) {
            String as = range.parameters().getOrDefault("as", "");
            String version = range.parameters().getOrDefault("v", "v1");
            if (!range.isJson() && !range.isYaml()) {
                continue;
            }
            if (as.isEmpty()) {
                return PLAIN;
            }
            boolean meta = range.parameters().getOrDefault("g", "").equals("meta.k8s.io")
                    && List.of("v1", "v1beta1").contains(version);
            if (meta && FORMS.containsKey(as)) {
                return new Accept(FORMS.get(as), version);
            }
        }
        throw notAcceptable("only the following media types are accepted: application/json, application/yaml");
    }

    static StatusException notAcceptable(String why) {
        return StatusException.of(406, "NotAcceptable", why);
    }
}
