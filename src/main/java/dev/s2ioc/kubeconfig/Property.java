package dev.s2ioc.kubeconfig;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One place in a kubeconfig, as {@code config set} names it: {@code current-context}, {@code clusters.NAME.server}, or, to be
 * removed as a whole, {@code users.NAME}. Names may have dots in them.
 *
 * @param section empty for a field of the file itself
 * @param field empty for the whole entry
 */
record Property(Optional<Section> section, String name, String field) {
    private static final Set<String> FIELDS = Set.of(
            "as",
            "as-uid",
            "certificate-authority",
            "certificate-authority-data",
            "client-certificate",
            "client-certificate-data",
            "client-key",
            "client-key-data",
            "cluster",
            "disable-compression",
            "insecure-skip-tls-verify",
            "namespace",
            "password",
            "proxy-url",
            "server",
            "tls-server-name",
            "token",
            "tokenFile",
            "user",
            "username");

    static Property parse(String text) {
        if (text.equals("current-context")) {
            return new Property(Optional.empty(), "", text);
        }
        int dot = text.indexOf('.');
        Section section = Arrays.stream(Section.values())
                .filter(each -> dot > 0 && each.key.equals(text.substring(0, dot)))
                .findFirst()
                .orElseThrow(() -> new KubeconfigException("unknown property \"" + text
                        + "\": it must be current-context, or begin with clusters., contexts. or users."));
        String rest = text.substring(dot + 1);
        int last = rest.lastIndexOf('.');
        String field = rest.substring(last + 1);
        return last > 0 && FIELDS.contains(field)
                ? new Property(Optional.of(section), rest.substring(0, last), field)
                : new Property(Optional.of(section), rest, "");
    }

    /** What can be set under an entry. */
    static List<String> fields() {
        return FIELDS.stream().sorted().toList();
    }
}
