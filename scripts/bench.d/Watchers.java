import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Many watchers of one collection on this machine, each on a connection of its own: java Watchers.java URL TOKEN WATCHERS
 * EVENTS. Says "watching" when all of them listen, and at the end by how much the last of them heard of an event later than the
 * first: the median over all events, and the longest.
 */
final class Watchers {
    /** The server is one that the bench has started itself. */
    private static final class Trusting implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    public static void main(String[] args) throws Exception {
        int watchers = Integer.parseInt(args[2]);
        int events = Integer.parseInt(args[3]);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, new TrustManager[] {new Trusting()}, new SecureRandom());
        long[][] heard = new long[watchers][events];
        CountDownLatch listening = new CountDownLatch(watchers);
        CountDownLatch done = new CountDownLatch(watchers);
        for (int i = 0; i < watchers; i++) {
            long[] times = heard[i];
            Thread.ofVirtual().start(() -> {
                try {
                    watch(tls, args[0], args[1], times, listening);
                } catch (Exception e) {
                    System.err.println("a watcher has failed: " + e);
                    System.exit(1);
                }
                done.countDown();
            });
        }
        listening.await();
        System.out.println("watching");
        done.await();
        long[] spreads = new long[events];
        for (int event = 0; event < events; event++) {
            int of = event;
            long first = Arrays.stream(heard).mapToLong(times -> times[of]).min().getAsLong();
            long last = Arrays.stream(heard).mapToLong(times -> times[of]).max().getAsLong();
            spreads[event] = (last - first) / 1_000_000;
        }
        Arrays.sort(spreads);
        System.out.println("median " + spreads[events / 2]);
        System.out.println("longest " + spreads[events - 1]);
    }

    private static void watch(SSLContext tls, String url, String token, long[] times, CountDownLatch listening)
            throws Exception {
        HttpsURLConnection connection =
                (HttpsURLConnection) URI.create(url).toURL().openConnection();
        connection.setSSLSocketFactory(tls.getSocketFactory());
        connection.setHostnameVerifier((host, session) -> true);
        connection.setRequestProperty("Authorization", "Bearer " + token);
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            listening.countDown();
            for (int seen = 0; seen < times.length; ) {
                String line = lines.readLine();
                if (line == null) {
                    throw new IllegalStateException("the stream ended after " + seen + " events");
                }
                if (line.contains("\"name\":\"map-")) {
                    times[seen++] = System.nanoTime();
                }
            }
        }
    }
}
