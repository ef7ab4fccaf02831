package dev.s2ioc.client;

import java.util.regex.Pattern;

/** Takes secrets out of what is shown of a request or an answer. */
final class Redaction {
    private static final Pattern SECRET_FIELD = Pattern.compile(
            "(\"(?:token|access_token|password|code_verifier|client-key-data|data|stringData)\"\\s*:\\s*)(\"[^\"]*\"|\\{[^{}]*})");

    private Redaction() {}

    static String body(String text) {
        return SECRET_FIELD.matcher(text).replaceAll("$1\"REDACTED\"");
    }
}
