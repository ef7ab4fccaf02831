package dev.s2ioc.print.gotemplate;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;

/** Values as Go prints them with {@code %v}: {@code map[a:1 b:[x y]]}. */
public final class GoText {

    private static final int LARGEST_EXPONENT = 21;

    private GoText() {}

    public static String of(JsonNode value) {
        if (value.isObject()) {
            return value.properties().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(field -> field.getKey() + ":" + of(field.getValue()))
                    .collect(Collectors.joining(" ", "map[", "]"));
        }
        if (value.isArray()) {
            return value.valueStream().map(GoText::of).collect(Collectors.joining(" ", "[", "]"));
        }
        if (value.isFloatingPointNumber()) {
            return decimal(value.decimalValue().stripTrailingZeros());
        }
        return value.isNull() || value.isMissingNode() ? "<nil>" : value.asText();
    }

    /** As few digits as tell the number; an exponent when it is below -4 or above 20. */
    private static String decimal(BigDecimal number) {
        int exponent = number.precision() - number.scale() - 1;
        if (number.signum() == 0 || exponent >= -4 && exponent < LARGEST_EXPONENT) {
            return number.toPlainString();
        }
        String digits = number.unscaledValue().abs().toString();
        return (number.signum() < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + "e%+03d".formatted(exponent);
    }
}
