package dev.s2ioc.cluster.controller;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.kind.Causes;

/** A number of pods, or a part of those that are wanted: {@code 2}, {@code 25%}. */
final class Amount {
    private Amount() {}

    static long of(JsonNode written, long total, boolean up) {
        if (!isPercent(written)) {
            return written.asLong(0);
        }
        long percent = percent(written);
        return up ? Math.ceilDiv(total * percent, 100) : total * percent / 100;
    }

    private static boolean isPercent(JsonNode written) {
        return written.isTextual() && written.asText().matches("[0-9]+%");
    }

    private static long percent(JsonNode written) {
        return Long.parseLong(written.asText().replace("%", ""));
    }

    static boolean isZero(JsonNode written) {
        return isPercent(written) ? percent(written) == 0 : written.asLong(0) == 0;
    }

    static void validate(JsonNode written, String field, boolean partOfAll, Causes causes) {
        if (written.isMissingNode() || written.isNull()) {
            return;
        }
        if (written.isTextual() && !isPercent(written)) {
            causes.invalid(
                    field,
                    written,
                    "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or '93%',"
                            + " regex used for validation is '[0-9]+%')");
        } else if (!written.isTextual() && written.asLong() < 0) {
            causes.invalid(field, written, "must be greater than or equal to 0");
        } else if (partOfAll && isPercent(written) && percent(written) > 100) {
            causes.invalid(field, written, "must not be greater than 100%");
        }
    }
}
