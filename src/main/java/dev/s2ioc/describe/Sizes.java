package dev.s2ioc.describe;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Sizes for people: {@code 123.5MB}, in steps of a thousand and with four digits that count. */
public final class Sizes {
    private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB", "PB", "EB");

    private Sizes() {}

    public static String decimal(long bytes) {
        BigDecimal size = BigDecimal.valueOf(bytes);
        int unit = 0;
        while (size.compareTo(BigDecimal.valueOf(1000)) >= 0) {
            size = size.movePointLeft(3);
            unit++;
        }
        BigDecimal rounded = size.round(new MathContext(4));
        return rounded.signum() == 0 ? "0B" : rounded.stripTrailingZeros().toPlainString() + UNITS.get(unit);
    }
}
