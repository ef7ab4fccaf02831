package dev.s2ioc.wire;

import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;

/** A server's trust in whoever shows any certificate. */
final class Anybody implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
