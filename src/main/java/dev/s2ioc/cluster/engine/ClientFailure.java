package dev.s2ioc.cluster.engine;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why podman or docker could not do something, in the words that matter: without those of the programs that it has passed through.
 *
 * @param lines what it has said
 */
record ClientFailure(List<String> lines) {
    private static final Pattern BEGINNING = Pattern.compile(
            "^(Error: |Error response from daemon: |docker: |(\\w+ )?failed to create task for container: "
                    + "|failed to create shim task: |unable to start container [0-9a-f]{64}: |OCI runtime create failed: "
                    + "|\\w+: runc create failed: |runc create failed: |unable to start container process: )");

    private static final Pattern END = Pattern.compile("(: OCI [\\w ]+|: unknown|: error during container init)$");

    String message(String otherwise) {
        String last = lines.stream()
                .filter(line -> line.startsWith("Error") && !line.startsWith("Error: failed to start containers"))
                .reduce((first, second) -> second)
                .or(() -> lines.stream().filter(line -> !line.isBlank()).reduce((first, second) -> second))
                .orElse(otherwise);
        return cut(cut(last, BEGINNING), END);
    }

    private static String cut(String text, Pattern end) {
        String left = text;
        for (Matcher found = end.matcher(left); found.find(); found = end.matcher(left)) {
            left = left.substring(0, found.start()) + left.substring(found.end());
        }
        return left;
    }
}
