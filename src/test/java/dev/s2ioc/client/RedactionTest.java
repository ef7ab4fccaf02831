package dev.s2ioc.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** What is left of bodies, headers and addresses once the secrets are out. */
class RedactionTest {

    @Test
    void objects() {
        assertEquals(
                "{\"kind\":\"Secret\",\"data\":\"REDACTED\",\"type\":\"Opaque\"}",
                Redaction.body("{\"kind\":\"Secret\",\"data\":{\"a\":\"x}y\",\"b\":\"q\\\"r\"},\"type\":\"Opaque\"}"));
        assertEquals(
                "{\"access_token\":\"REDACTED\",\"expires_in\":1}",
                Redaction.body("{\"access_token\":\"a\\\"b\",\"expires_in\":1}"));
        assertEquals(
                "{\"secret\":{\"name\":\"n\"},\"generic\":{\"secret\":\"REDACTED\"}}",
                Redaction.body("{\"secret\":{\"name\":\"n\"},\"generic\":{\"secret\":\"hush\"}}"));
    }

    @Test
    void forms() {
        assertEquals(
                "code=REDACTED&code_verifier=REDACTED&grant_type=authorization_code",
                Redaction.body("code=abc&code_verifier=def&grant_type=authorization_code"));
    }

    @Test
    void headers() {
        assertEquals("Bearer <masked>", Redaction.header("authorization", "Bearer abc"));
        assertEquals("https://h/implicit?code=REDACTED", Redaction.header("Location", "https://h/implicit?code=abc"));
        assertEquals(
                "https://h/implicit#access_token=REDACTED&x=1",
                Redaction.header("Location", "https://h/implicit#access_token=abc&x=1"));
    }

    @Test
    void addresses() {
        assertEquals(
                "https://h/apis/b/webhooks/REDACTED/generic",
                Redaction.address(URI.create("https://h/apis/b/webhooks/hush/generic")));
        assertEquals("https://h/x?a=1&token=REDACTED", Redaction.address(URI.create("https://h/x?a=1&token=hush")));
    }
}
