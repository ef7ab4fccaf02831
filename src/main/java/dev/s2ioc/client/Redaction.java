package dev.s2ioc.client;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes secrets out of what is shown of a request or an answer. */
final class Redaction {
    private static final String TEXT = "\"(?:[^\"\\\\]|\\\\.)*+\"";

    // The annotation may hold a whole Secret as text; "secret" as text is a webhook's, as an object it is a mere
    // reference.
    private static final Pattern SECRET_FIELD = Pattern.compile(
            "(\"(?:token|access_token|refresh_token|id_token|password|code|code_verifier|secret|client-key-data|client-certificate-data"
                    + "|kubectl\\.kubernetes\\.io/last-applied-configuration)\"\\s*:\\s*)" + TEXT
                    + "|(\"(?:data|stringData)\"\\s*:\\s*)(?:" + TEXT + "|\\{(?:[^{}\"]|" + TEXT + ")*+})");
    private static final Pattern FORM_FIELD =
            Pattern.compile("((?:^|[?&#])(?:access_token|code|code_verifier|password|token)=)[^&]*");
    private static final Pattern WEBHOOK = Pattern.compile("(/webhooks/)[^/?]+");
    private static final Set<String> SECRET_HEADERS =
            Set.of("authorization", "proxy-authorization", "cookie", "set-cookie", "x-csrf-token");

    private Redaction() {}

    static String body(String text) {
        String fields = SECRET_FIELD
                .matcher(text)
                .replaceAll(match -> (match.group(1) == null ? match.group(2) : match.group(1)) + "\"REDACTED\"");
        return text.startsWith("{") || text.startsWith("[") ? fields : query(fields);
    }

    static String header(String name, String value) {
        if (!SECRET_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
            return query(value);
        }
        int space = value.indexOf(' ');
        return space < 0 ? "<masked>" : value.substring(0, space) + " <masked>";
    }

    /** An address without a webhook's secret, and without parameters that are secret. */
    static String address(URI address) {
        return query(WEBHOOK.matcher(address.toString()).replaceAll("$1REDACTED"));
    }

    /** A form's or an address's parameters: {@code access_token=…} and the like. */
    private static String query(String text) {
        return FORM_FIELD.matcher(text).replaceAll("$1REDACTED");
    }
}
