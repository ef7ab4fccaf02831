import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/**
 * A server that takes a build's input over TLS, throws it away and tells how much it was: java Sink.java KEYSTORE PORTFILE.
 * The key store is PKCS12 with the password "changeit". Of the API it knows what an upload needs.
 */
final class Sink {
    private static final String CONFIG = """
            {"kind":"BuildConfig","apiVersion":"build.openshift.io/v1","metadata":{"name":"bench","namespace":"bench"},
            "spec":{"source":{"type":"Binary"},"strategy":{"type":"Source","sourceStrategy":{}}},"status":{"lastVersion":0}}
            """;
    private static final String BUILD = """
            {"kind":"Build","apiVersion":"build.openshift.io/v1","metadata":{"name":"bench-1","namespace":"bench"}}
            """;

    public static void main(String[] args) throws Exception {
        char[] password = "changeit".toCharArray();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = new FileInputStream(args[0])) {
            keys.load(in, password);
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance("PKIX");
        factory.init(keys, password);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(factory.getKeyManagers(), null, null);
        SSLServerSocket server = (SSLServerSocket)
                tls.getServerSocketFactory().createServerSocket(0, 50, java.net.InetAddress.getLoopbackAddress());
        Files.writeString(Path.of(args[1]), Integer.toString(server.getLocalPort()));
        while (true) {
            var socket = server.accept();
            Thread.ofPlatform().daemon().start(() -> {
                try (socket) {
                    serve(new BufferedInputStream(socket.getInputStream(), 1 << 18), socket.getOutputStream());
                } catch (IOException e) {
                    System.out.println("broken: " + e);
                }
            });
        }
    }

    private static void serve(InputStream in, OutputStream out) throws IOException {
        for (String request = line(in); !request.isEmpty(); request = line(in)) {
            boolean chunked = false;
            for (String header = line(in); !header.isEmpty(); header = line(in)) {
                chunked |= header.equalsIgnoreCase("Transfer-Encoding: chunked");
            }
            if (chunked) {
                System.out.println(received(in));
            }
            byte[] body = (chunked ? BUILD : CONFIG).getBytes(StandardCharsets.UTF_8);
            String head = "HTTP/1.1 " + (chunked ? "201 Created" : "200 OK")
                    + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
            out.write(head.getBytes(StandardCharsets.UTF_8));
            out.write(body);
            out.flush();
        }
    }

    private static long received(InputStream in) throws IOException {
        byte[] buffer = new byte[1 << 18];
        long total = 0;
        for (int size = Integer.parseInt(line(in), 16); size > 0; size = Integer.parseInt(line(in), 16)) {
            for (int left = size; left > 0; ) {
                int read = in.read(buffer, 0, Math.min(left, buffer.length));
                if (read < 0) {
                    throw new IOException("ended within a chunk");
                }
                left -= read;
            }
            line(in);
            total += size;
        }
        line(in);
        return total;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }
}
