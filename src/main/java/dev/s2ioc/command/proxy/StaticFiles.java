package dev.s2ioc.command.proxy;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files of one directory: pages that talk to the API through the same port. */
final class StaticFiles {
    private final Path root;

    StaticFiles(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** @param path below the directory, without percent signs */
    void serve(ServerRequest request, ServerResponse response, String path) throws IOException {
        String method = request.prologue().method().text();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            response.status(Status.METHOD_NOT_ALLOWED_405).send("files can only be read\n");
            return;
        }
        Path file = find(path);
        boolean directory = Files.isDirectory(file);
        if (directory && !path.isEmpty() && !path.endsWith("/")) {
            String place = request.prologue().uriPath().rawPath() + "/";
            response.header(HeaderNames.LOCATION, place)
                    .status(Status.MOVED_PERMANENTLY_301)
                    .send();
        } else if (directory && Files.isRegularFile(file.resolve("index.html"))) {
            send(response, file.resolve("index.html"), method.equals("HEAD"));
        } else if (directory) {
            response.header(HeaderNames.CONTENT_TYPE, "text/html; charset=utf-8")
                    .send(listing(file));
        } else if (Files.isRegularFile(file)) {
            send(response, file, method.equals("HEAD"));
        } else {
            response.status(Status.NOT_FOUND_404).send("404 page not found\n");
        }
    }

    /** What lies elsewhere is not there. */
    private Path find(String path) {
        Path missing = root.resolve("\u0001");
        try {
            Path file = root.resolve(path.replaceFirst("^/+", "")).normalize();
            return file.startsWith(root) ? file : missing;
        } catch (InvalidPathException e) {
            return missing;
        }
    }

    private static void send(ServerResponse response, Path file, boolean head) throws IOException {
        String type = Files.probeContentType(file);
        response.header(HeaderNames.CONTENT_TYPE, type == null ? "application/octet-stream" : type);
        response.contentLength(Files.size(file));
        if (head) {
            response.send();
            return;
        }
        try (OutputStream out = response.outputStream()) {
            Files.copy(file, out);
        }
    }

    private static String listing(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted()
                    .map(file -> file.getFileName() + (Files.isDirectory(file) ? "/" : ""))
                    .map(name -> "<a href=\"./" + encoded(name) + "\">" + escaped(name) + "</a>\n")
                    .collect(Collectors.joining("", "<!doctype html>\n<pre>\n", "</pre>\n"));
        }
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }

    private static String escaped(String name) {
        return name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
