package dev.s2ioc.cluster.kind;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules for labels and annotations. */
public final class Labels {
    private static final Pattern NAME = Pattern.compile("([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]");
    private static final String NAME_FAULT =
            "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an"
                    + " alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is"
                    + " '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
    private static final String VALUE_FAULT =
            "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start"
                    + " and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used"
                    + " for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')";

    private Labels() {}

    static void validate(JsonNode metadata, Causes causes) {
        metadata.path("labels").properties().forEach(label -> {
            keyFault(label.getKey()).ifPresent(fault -> causes.invalid("metadata.labels", label.getKey(), fault));
            String value = label.getValue().asText("");
            if (!isValue(value)) {
                causes.invalid("metadata.labels", value, value.length() > 63 ? tooLong(63) : VALUE_FAULT);
            }
        });
        metadata.path("annotations")
                .properties()
                .forEach(annotation -> keyFault(annotation.getKey().toLowerCase(java.util.Locale.ROOT))
                        .ifPresent(fault -> causes.invalid("metadata.annotations", annotation.getKey(), fault)));
    }

    public static boolean isValue(String value) {
        return value.isEmpty() || value.length() <= 63 && NAME.matcher(value).matches();
    }

    /** Why this is no key: {@code [prefix/]name}. */
    public static Optional<String> keyFault(String key) {
        int slash = key.indexOf('/');
        String name = key.substring(slash + 1);
        if (name.indexOf('/') >= 0) {
            return Optional.of(
                    "a qualified name must consist of alphanumeric characters, '-', '_' or '.', with an optional"
                            + " DNS subdomain prefix and '/' (e.g. 'example.com/MyName')");
        }
        if (slash == 0) {
            return Optional.of("prefix part must be non-empty");
        }
        if (slash > 0 && Names.subdomainFault(key.substring(0, slash)).isPresent()) {
            return Optional.of("prefix part "
                    + Names.subdomainFault(key.substring(0, slash)).get());
        }
        if (name.isEmpty()) {
            return Optional.of("name part must be non-empty");
        }
        if (name.length() > 63) {
            return Optional.of("name part " + tooLong(63));
        }
        return NAME.matcher(name).matches() ? Optional.empty() : Optional.of(NAME_FAULT);
    }

    private static String tooLong(int limit) {
        return "must be no more than " + limit + " characters";
    }
}
