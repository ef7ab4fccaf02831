package dev.s2ioc.print;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kubernetes' quantities: {@code 500m}, {@code 1.5Gi}, {@code 3e2}. */
public final class Quantity {
    private static final Pattern FORM =
            Pattern.compile("([+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+))(?:([KMGTPE]i|[numkMGTPE])|[eE]([+-]?[0-9]{1,3}))?");
    private static final Map<String, Integer> POWERS_OF_TEN =
            Map.of("n", -9, "u", -6, "m", -3, "k", 3, "M", 6, "G", 9, "T", 12, "P", 15, "E", 18);
    private static final String POWERS_OF_1024 = "KMGTPE";

    private Quantity() {}

    /** The number that a text stands for; empty if it is no quantity. */
    public static Optional<BigDecimal> value(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(matcher.group(1));
        String suffix = matcher.group(2);
        if (matcher.group(3) != null) {
            return Optional.of(number.scaleByPowerOfTen(Integer.parseInt(matcher.group(3))));
        }
        if (suffix == null) {
            return Optional.of(number);
        }
        if (suffix.endsWith("i")) {
            return Optional.of(
                    number.multiply(BigDecimal.valueOf(1024).pow(POWERS_OF_1024.indexOf(suffix.charAt(0)) + 1)));
        }
        return Optional.of(number.scaleByPowerOfTen(POWERS_OF_TEN.get(suffix)));
    }
}
