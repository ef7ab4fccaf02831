package dev.s2ioc.kubeconfig;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which proxy leads to a server: the one of the kubeconfig, else those of the environment. */
final class ProxyRules {
    private final Map<String, String> environment;

    ProxyRules(Map<String, String> environment) {
        this.environment = environment;
    }

    /** The proxy that a cluster's {@code proxy-url} names, else what {@code HTTPS_PROXY} and its kin say. */
    Optional<URI> proxyTo(URI server, Optional<String> proxyUrl) {
        if (proxyUrl.isPresent()) {
            return proxyUrl.map(url -> usable("proxy-url", url));
        }
        String name = server.getScheme().equals("https") ? "HTTPS_PROXY" : "HTTP_PROXY";
        return variable(name)
                .filter(url -> !isDirect(server))
                .map(url -> usable(name, url.contains("://") ? url : "http://" + url));
    }

    private static URI usable(String source, String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException e) {
            throw new KubeconfigException(source + ": \"" + url + "\" is not the address of a proxy", e);
        }
        if (!"http".equals(uri.getScheme()) || uri.getHost() == null) {
            throw new KubeconfigException(source + ": the proxy \"" + withoutPassword(url)
                    + "\" cannot be used; only proxies with an http:// address are supported");
        }
        if (uri.getUserInfo() != null) {
            throw new KubeconfigException(source + ": the proxy \"" + withoutPassword(url)
                    + "\" cannot be used; proxies that want a user name and a password are not supported");
        }
        return uri;
    }

    private static String withoutPassword(String url) {
        return url.replaceFirst("//[^/@]*@", "//");
    }

    /** Whether the server is this machine, or {@code NO_PROXY} lists it. */
    private boolean isDirect(URI server) {
        String host = bare(server.getHost().toLowerCase(Locale.ROOT));
        int port = server.getPort() >= 0 ? server.getPort() : server.getScheme().equals("https") ? 443 : 80;
        if (host.equals("localhost") || isAddress(host) && address(host).isLoopbackAddress()) {
            return true;
        }
        return Arrays.stream(
                        variable("NO_PROXY").orElse("").toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .filter(rule -> !rule.isEmpty())
                .anyMatch(rule -> matches(rule, host, port));
    }

    private static boolean matches(String rule, String host, int port) {
        if (rule.equals("*")) {
            return true;
        }
        if (rule.contains("/")) {
            return isAddress(host) && isWithin(rule, address(host));
        }
        String name = rule;
        int colon = rule.lastIndexOf(':');
        if (colon > 0 && rule.indexOf(':') == colon) {
            if (!rule.substring(colon + 1).equals(String.valueOf(port))) {
                return false;
            }
            name = rule.substring(0, colon);
        }
        name = name.startsWith("*.") ? name.substring(1) : name;
        return name.startsWith(".") ? host.endsWith(name) : host.equals(bare(name)) || host.endsWith("." + name);
    }

    private static boolean isWithin(String network, InetAddress address) {
        String[] parts = network.split("/", 2);
        if (!isAddress(parts[0]) || !parts[1].matches("[0-9]{1,3}")) {
            return false;
        }
        byte[] net = address(parts[0]).getAddress();
        byte[] own = address.getAddress();
        int bits = Integer.parseInt(parts[1]);
        if (net.length != own.length || bits > net.length * 8) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((net[bit / 8] & mask) != (own[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAddress(String host) {
        return host.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}") || host.contains(":");
    }

    /** An address that is written in digits: no name server is asked. */
    private static InetAddress address(String digits) {
        try {
            return InetAddress.getByName(digits);
        } catch (UnknownHostException e) {
            throw new KubeconfigException("\"" + digits + "\" is not an IP address", e);
        }
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.getOrDefault(name, environment.get(name.toLowerCase(Locale.ROOT))))
                .filter(value -> !value.isBlank());
    }
}
