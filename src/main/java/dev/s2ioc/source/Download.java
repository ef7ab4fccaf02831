package dev.s2ioc.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file that is passed on from an http(s) address.
 *
 * @param name what its server calls it, or else the last part of the address
 */
public record Download(String name, InputStream stream) {
    private static final Pattern FILE_NAME = Pattern.compile("(?i)filename=\"?([^\";]+)\"?");

    public static boolean isAddress(String text) {
        return text.startsWith("http://") || text.startsWith("https://");
    }

    public static Download open(String address) throws IOException, InterruptedException {
        URI uri;
        try {
            uri = URI.create(address);
        } catch (IllegalArgumentException e) {
            throw new SourceException("\"" + address + "\" is not a valid address", e);
        }
        // The client is not closed: the stream outlives this call, and the process ends soon after.
        HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(30))
                .build();
        HttpResponse<InputStream> response =
                client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            response.body().close();
            throw new SourceException("unable to download file " + address + ": [" + response.statusCode() + "]");
        }
        return new Download(name(response), response.body());
    }

    private static String name(HttpResponse<?> response) {
        String given = response.headers().firstValue("Content-Disposition").orElse("");
        Matcher matcher = FILE_NAME.matcher(given);
        String path = matcher.find() ? matcher.group(1) : response.uri().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
