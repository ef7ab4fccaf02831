package dev.s2ioc.cluster.kind.podspec;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An amount of something as the API writes it: {@code 250m}, {@code 64Mi}, {@code 1e3}. */
public record Quantity(BigDecimal value) {
    /** The words in which the API refuses what is none. */
    public static final String FAULT =
            "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";

    private static final Pattern FORM = Pattern.compile(
            "([+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+))(?:([eE][+-]?[0-9]{1,2})|(Ki|Mi|Gi|Ti|Pi|Ei|[numkMGTPE]))?");
    private static final Map<String, BigDecimal> UNITS = Map.ofEntries(
            Map.entry("n", BigDecimal.ONE.movePointLeft(9)),
            Map.entry("u", BigDecimal.ONE.movePointLeft(6)),
            Map.entry("m", BigDecimal.ONE.movePointLeft(3)),
            Map.entry("k", BigDecimal.ONE.movePointRight(3)),
            Map.entry("M", BigDecimal.ONE.movePointRight(6)),
            Map.entry("G", BigDecimal.ONE.movePointRight(9)),
            Map.entry("T", BigDecimal.ONE.movePointRight(12)),
            Map.entry("P", BigDecimal.ONE.movePointRight(15)),
            Map.entry("E", BigDecimal.ONE.movePointRight(18)),
            Map.entry("Ki", BigDecimal.TWO.pow(10)),
            Map.entry("Mi", BigDecimal.TWO.pow(20)),
            Map.entry("Gi", BigDecimal.TWO.pow(30)),
            Map.entry("Ti", BigDecimal.TWO.pow(40)),
            Map.entry("Pi", BigDecimal.TWO.pow(50)),
            Map.entry("Ei", BigDecimal.TWO.pow(60)));

    /** Empty for what is no quantity. */
    public static Optional<Quantity> of(JsonNode written) {
        Matcher form = FORM.matcher(written.asText(""));
        if (!form.matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(form.group(1).endsWith(".") ? form.group(1) + "0" : form.group(1));
        if (form.group(2) != null) {
            number = number.scaleByPowerOfTen(Integer.parseInt(form.group(2).substring(1)));
        }
        return Optional.of(new Quantity(form.group(3) == null ? number : number.multiply(UNITS.get(form.group(3)))));
    }

    /** How often another amount fits in, rounded up as fields in variables are. */
    public long in(Quantity unit) {
        return unit.value.signum() == 0
                ? ceiling()
                : value.divide(unit.value, 0, RoundingMode.CEILING).longValue();
    }

    /** As a whole number, rounded up. */
    public long ceiling() {
        return value.setScale(0, RoundingMode.CEILING).longValue();
    }

    /** In thousandths, rounded up. */
    public long thousandths() {
        return value.movePointRight(3).setScale(0, RoundingMode.CEILING).longValue();
    }

    public boolean isMoreThan(Quantity other) {
        return value.compareTo(other.value) > 0;
    }
}
