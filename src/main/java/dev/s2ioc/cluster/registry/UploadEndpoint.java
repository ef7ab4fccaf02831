package dev.s2ioc.cluster.registry;

import io.helidon.http.HeaderNames;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /v2/<name>/blobs/uploads/[<id>]}: in one request, in chunks, or by taking a blob of another repository. */
final class UploadEndpoint {
    private static final Pattern CONTENT_RANGE = Pattern.compile("(?:bytes )?(\\d{1,18})-(\\d{1,18})(?:/.*)?");

    private final Blobs blobs;
    private final Uploads uploads;
    private final Streams streams;

    UploadEndpoint(Blobs blobs, Uploads uploads, Streams streams) {
        this.blobs = blobs;
        this.uploads = uploads;
        this.streams = streams;
    }

    void begin(Call call, String repository) throws IOException {
        if (!call.method().equals("POST")) {
            throw RegistryException.unsupported("an upload begins with POST");
        }
        streams.admit(repository);
        Optional<Digest> mount = call.query("mount").map(Digest::parse).filter(blobs::has);
        if (mount.isPresent()) {
            created(call, repository, mount.get());
            return;
        }
        String id = uploads.begin(repository);
        if (call.query("digest").isPresent()) {
            finish(call, repository, id);
        } else {
            progress(call, repository, id, 202);
        }
    }

    void handle(Call call, String repository, String id) throws IOException {
        switch (call.method()) {
            case "GET", "HEAD" -> progress(call, repository, id, 204);
            case "PATCH" -> {
                append(call, repository, id);
                progress(call, repository, id, 202);
            }
            case "PUT" -> finish(call, repository, id);
            case "DELETE" -> {
                uploads.get(repository, id).cancel();
                uploads.end(repository, id);
                call.answer(204);
            }
            default -> throw RegistryException.unsupported("an upload knows GET, PATCH, PUT and DELETE");
        }
    }

    private void append(Call call, String repository, String id) throws IOException {
        Upload upload = uploads.get(repository, id);
        Optional<String> range = call.header(HeaderNames.CONTENT_RANGE);
        if (range.isPresent() && start(range.get()) != upload.size()) {
            describe(call, repository, id);
            throw new RegistryException(
                    416, "RANGE_INVALID", "the next byte of this upload is " + upload.size() + ", not " + range.get());
        }
        upload.append(call.body());
    }

    private static long start(String range) {
        Matcher matcher = CONTENT_RANGE.matcher(range);
        return matcher.matches() ? Long.parseLong(matcher.group(1)) : -1;
    }

    private void finish(Call call, String repository, String id) throws IOException {
        Digest promised = call.query("digest")
                .map(Digest::parse)
                .orElseThrow(() -> new RegistryException(
                        400, "DIGEST_INVALID", "the last request of an upload needs ?digest=sha256:..."));
        append(call, repository, id);
        uploads.get(repository, id).finish(promised, blobs);
        uploads.end(repository, id);
        created(call, repository, promised);
    }

    private void created(Call call, String repository, Digest digest) {
        call.with(HeaderNames.LOCATION, "/v2/" + repository + "/blobs/" + digest)
                .with("Docker-Content-Digest", digest.toString())
                .answer(201);
    }

    private void progress(Call call, String repository, String id, int status) throws IOException {
        describe(call, repository, id);
        call.answer(status);
    }

    private void describe(Call call, String repository, String id) throws IOException {
        long size = uploads.get(repository, id).size();
        call.with(HeaderNames.LOCATION, "/v2/" + repository + "/blobs/uploads/" + id)
                .with(HeaderNames.RANGE, "0-" + Math.max(0, size - 1))
                .with("Docker-Upload-UUID", id);
    }
}
