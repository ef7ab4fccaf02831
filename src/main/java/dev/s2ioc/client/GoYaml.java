package dev.s2ioc.client;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.Schema;

/** What a manifest's unquoted words mean to kubectl and oc, whose YAML is Go's: 0644 is octal, and yes is a truth. */
final class GoYaml implements Schema {
    private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> TRUE =
            Set.of("true", "True", "TRUE", "y", "Y", "yes", "Yes", "YES", "on", "On", "ON");
    private static final Set<String> FALSE =
            Set.of("false", "False", "FALSE", "n", "N", "no", "No", "NO", "off", "Off", "OFF");
    private static final Pattern INTEGER =
            Pattern.compile("[-+]?(0[0-7]*|[1-9][0-9]*|0[xX][0-9a-fA-F]+|0[oO][0-7]+|0[bB][01]+)");
    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern ENDLESS = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    private static final BigDecimal MOST_WHOLE = new BigDecimal("1e21");

    @Override
    public ScalarResolver getScalarResolver() {
        return (word, plain) -> plain ? tag(word) : Tag.STR;
    }

    private static Tag tag(String word) {
        if (NULL.contains(word)) {
            return Tag.NULL;
        }
        if (TRUE.contains(word) || FALSE.contains(word)) {
            return Tag.BOOL;
        }
        if (word.equals("<<")) {
            return Tag.MERGE;
        }
        // A grouping underscore may stand inside a number, but no number begins with it.
        String digits = word.startsWith("_") ? word : word.replace("_", "");
        if (INTEGER.matcher(digits).matches()) {
            return Tag.INT;
        }
        return FLOAT.matcher(digits).matches() || ENDLESS.matcher(word).matches() ? Tag.FLOAT : Tag.STR;
    }

    @Override
    public Map<Tag, ConstructNode> getSchemaTagConstructors() {
        return Map.of(
                Tag.NULL, of(word -> null),
                Tag.BOOL, of(TRUE::contains),
                Tag.INT, of(word -> integer(word.replace("_", ""))),
                Tag.FLOAT, of(word -> number(word.replace("_", ""))),
                Tag.BINARY, of(word -> new String(Base64.getMimeDecoder().decode(word), StandardCharsets.UTF_8)));
    }

    private static ConstructNode of(Function<String, Object> value) {
        return node -> value.apply(((ScalarNode) node).getValue());
    }

    private static Object integer(String word) {
        boolean signed = word.startsWith("-") || word.startsWith("+");
        String digits = signed ? word.substring(1) : word;
        BigInteger value = digits.length() > 1 && digits.startsWith("0") ? prefixed(digits) : new BigInteger(digits);
        return word.startsWith("-") ? value.negate() : value;
    }

    private static BigInteger prefixed(String digits) {
        return switch (digits.charAt(1)) {
            case 'x', 'X' -> new BigInteger(digits.substring(2), 16);
            case 'o', 'O' -> new BigInteger(digits.substring(2), 8);
            case 'b', 'B' -> new BigInteger(digits.substring(2), 2);
            default -> new BigInteger(digits, 8);
        };
    }

    private static Number number(String word) {
        if (ENDLESS.matcher(word).matches() || Double.isInfinite(Double.parseDouble(word))) {
            throw new YamlEngineException("JSON has no number " + word);
        }
        BigDecimal exact = new BigDecimal(word);
        // A whole number stays one: servers take 1000.0 for no count.
        return exact.abs().compareTo(MOST_WHOLE) < 0
                        && exact.stripTrailingZeros().scale() <= 0
                ? exact.toBigIntegerExact()
                : Double.valueOf(word);
    }
}
