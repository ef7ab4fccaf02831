package dev.s2ioc.kubeconfig;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** The address of an API server in the forms that users type and kubeconfig files hold. */
public final class ServerAddress {

    private ServerAddress() {}

    /** The address with a scheme ({@code https} unless said) and without a trailing slash. */
    public static URI normalised(String typed) {
        String text = typed.strip();
        String full = text.contains("://") ? text : "https://" + text;
        try {
            URI uri = new URI(full);
            String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            boolean usable = (scheme.equals("https") || scheme.equals("http"))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null;
            if (usable) {
                String path = uri.getRawPath().replaceFirst("/+$", "");
                return new URI(scheme + "://" + uri.getRawAuthority() + path);
            }
        } catch (URISyntaxException e) {
            throw unusable(typed, e);
        }
        throw unusable(typed, null);
    }

    /** As {@link #normalised}, with the port always named: the form that {@code login} stores. */
    public static URI withPort(String typed) {
        URI uri = normalised(typed);
        int port = uri.getScheme().equals("https") ? 443 : 80;
        return uri.getPort() >= 0
                ? uri
                : URI.create(uri.getScheme() + "://" + uri.getHost() + ":" + port + uri.getRawPath());
    }

    /** Whether two addresses lead to one server; what is no address leads nowhere. */
    static boolean isSame(String one, String other) {
        try {
            return withPort(one).equals(withPort(other));
        } catch (KubeconfigException e) {
            return false;
        }
    }

    /** The name that oc gives the cluster of a server: {@code api-example-com:6443}. */
    public static String nickname(URI server) {
        return withPort(server.toString()).getRawAuthority().replace('.', '-');
    }

    private static KubeconfigException unusable(String typed, Throwable cause) {
        return new KubeconfigException(
                "\"" + typed + "\" is not the address of a server; write it as in https://api.example.com:6443", cause);
    }
}
