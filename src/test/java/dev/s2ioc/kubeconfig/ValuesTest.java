package dev.s2ioc.kubeconfig;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses, durations and proxies as users write them. */
class ValuesTest {

    @ParameterizedTest
    @CsvSource({
        "https://h:6443/, https://h:6443, https://h:6443, h:6443",
        "h, https://h, https://h:443, h:443",
        "127.0.0.1:18999, https://127.0.0.1:18999, https://127.0.0.1:18999, 127-0-0-1:18999",
        "http://api.example.com, http://api.example.com, http://api.example.com:80, api-example-com:80",
        "HTTPS://h/k8s/c-1//, https://h/k8s/c-1, https://h:443/k8s/c-1, h:443",
        "https://[::1]:6443, https://[::1]:6443, https://[::1]:6443, [::1]:6443"
    })
    void addresses(String typed, URI normalised, URI withPort, String nickname) {
        assertEquals(normalised, ServerAddress.normalised(typed));
        assertEquals(withPort, ServerAddress.withPort(typed));
        assertEquals(nickname, ServerAddress.nickname(normalised));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ftp://h", "https://", "https://u:p@h", "https://h?x=1", "two words"})
    void no_addresses(String typed) {
        assertEquals(
                "\"" + typed + "\" is not the address of a server; write it as in https://api.example.com:6443",
                assertThrows(KubeconfigException.class, () -> ServerAddress.normalised(typed))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource({"0, PT0S", "10, PT10S", "1s, PT1S", "2m, PT2M", "1h2m3.5s, PT1H2M3.5S", "500ms, PT0.5S", "0s, PT0S"})
    void timeouts(String typed, Duration expected) {
        assertEquals(expected, GoDuration.requestTimeout(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "10 s", "-1s", "1s2", "99999999999h"})
    void no_timeouts(String typed) {
        assertEquals(
                "Invalid timeout value. Timeout must be a single integer in seconds, or an integer followed by a"
                        + " corresponding time unit (e.g. 1s | 2m | 3h)",
                assertThrows(KubeconfigException.class, () -> GoDuration.requestTimeout(typed))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://api.example.com:6443 |                    | true",
                "http://api.example.com       |                    | false",
                "https://localhost:6443       |                    | false",
                "https://127.0.0.1:6443       |                    | false",
                "https://api.example.com:6443 | example.com        | false",
                "https://api.example.com:6443 | .example.com       | false",
                "https://example.com:6443     | .example.com       | true",
                "https://api.example.com:6443 | x, api.example.com:6443 | false",
                "https://api.example.com:6443 | api.example.com:80 | true",
                "https://myexample.com:6443   | example.com        | true",
                "https://10.1.2.3:6443        | 10.0.0.0/8         | false",
                "https://11.1.2.3:6443        | 10.0.0.0/8         | true",
                "https://h:6443               | *                  | false"
            })
    void proxies_of_the_environment(String server, String except, boolean used) {
        Map<String, String> environment = Map.of("HTTPS_PROXY", "proxy:3128", "no_proxy", except == null ? "" : except);
        assertEquals(
                used ? Optional.of(URI.create("http://proxy:3128")) : Optional.empty(),
                new ProxyRules(environment).proxyTo(URI.create(server), Optional.empty()));
    }

    @Test
    void a_proxy_s_password_is_not_repeated() {
        ProxyRules rules = new ProxyRules(Map.of());
        assertEquals(
                "proxy-url: the proxy \"http://proxy:1\" cannot be used; proxies that want a user name and a password"
                        + " are not supported",
                assertThrows(
                                KubeconfigException.class,
                                () -> rules.proxyTo(URI.create("https://h"), Optional.of("http://me:secret@proxy:1")))
                        .getMessage());
    }
}
