package dev.s2ioc.describe;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/** Sizes for people: {@code 123.5MB}, in steps of a thousand, with four digits that count. */
public final class Sizes {
    private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB", "PB", "EB");

    private static final List<String> BINARY_UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB");

    private Sizes() {}

    public static String decimal(long bytes) {
        return text(bytes, 1000, UNITS);
    }

    /** The same in steps of 1024: {@code 117.8MiB}. */
    public static String binary(long bytes) {
        return text(bytes, 1024, BINARY_UNITS);
    }

    private static String text(long bytes, int step, List<String> units) {
        BigDecimal size = BigDecimal.valueOf(bytes);
        int unit = 0;
        while (size.compareTo(BigDecimal.valueOf(step)) >= 0) {
            size = size.divide(BigDecimal.valueOf(step), MathContext.DECIMAL64);
            unit++;
        }
        BigDecimal rounded = size.round(new MathContext(4));
        return rounded.signum() == 0 ? "0B" : rounded.stripTrailingZeros().toPlainString() + units.get(unit);
    }
}
