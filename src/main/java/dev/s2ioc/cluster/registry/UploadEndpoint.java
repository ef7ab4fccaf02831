package dev.s2ioc.cluster.registry;

import io.helidon.http.HeaderNames;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /v2/<name>/blobs/uploads/[<id>]}: in one request, in chunks, or by taking a blob of another repository. */
final class UploadEndpoint {
    private static final Pattern CONTENT_RANGE =
            Pattern.compile("(?:bytes )?(\\d{1,18})-(\\d{1,18})(?:/(?:\\d+|\\*))?");

    private final Blobs blobs;
    private final Links links;
    private final Repositories repositories;
    private final Uploads uploads;
    private final Claims claims;

    UploadEndpoint(Blobs blobs, Links links, Repositories repositories, Uploads uploads, Claims claims) {
        this.blobs = blobs;
        this.links = links;
        this.repositories = repositories;
        this.uploads = uploads;
        this.claims = claims;
    }

    void begin(Call call, Visitor visitor, String repository) throws IOException {
        if (!call.method().equals("POST")) {
            throw RegistryException.unsupported("an upload begins with POST");
        }
        Optional<Digest> mount = call.query("mount").map(Digest::parse);
        if (mount.isPresent() && mounted(visitor, repository, mount.get(), call.query("from"))) {
            created(call, repository, mount.get());
            return;
        }
        Optional<Digest> promised =
                mount.isPresent() ? Optional.empty() : call.query("digest").map(Digest::parse);
        String id = begin(repository);
        if (promised.isPresent()) {
            whole(call, repository, id, promised.get());
        } else {
            progress(call, repository, id, 202);
        }
    }

    private String begin(String repository) {
        try {
            return uploads.begin(repository);
        } catch (IOException e) {
            throw RegistryException.storage(e);
        }
    }

    /** Takes a blob over from a repository that the client may pull from; false if there is none such. */
    private boolean mounted(Visitor visitor, String repository, Digest blob, Optional<String> from) throws IOException {
        return claims.using(List.of(blob), () -> {
            for (String source : from.isPresent() ? List.of(from.get()) : repositories.holdersOf(blob)) {
                if (visitor.may(Permission.PULL, source) && repositories.hasBlob(source, blob)) {
                    links.add(repository, blob);
                    blobs.touch(blob);
                    return true;
                }
            }
            return false;
        });
    }

    /** The client does not know the upload's name, so nothing is kept of one that fails. */
    private void whole(Call call, String repository, String id, Digest promised) throws IOException {
        try {
            uploads.get(repository, id).append(call.body(), OptionalLong.empty());
            keep(repository, uploads.get(repository, id), promised);
        } finally {
            uploads.end(repository, id);
        }
        created(call, repository, promised);
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
                uploads.get(repository, id);
                uploads.end(repository, id);
                call.answer(204);
            }
            default -> throw RegistryException.unsupported("an upload knows GET, PATCH, PUT and DELETE");
        }
    }

    private void append(Call call, String repository, String id) throws IOException {
        Upload upload = uploads.get(repository, id);
        try {
            upload.append(call.body(), start(call));
        } catch (RegistryException e) {
            if (e.status() == 416) {
                describe(call, repository, id);
            }
            throw e;
        }
    }

    private static OptionalLong start(Call call) {
        Optional<String> range = call.header(HeaderNames.CONTENT_RANGE);
        if (range.isEmpty()) {
            return OptionalLong.empty();
        }
        Matcher matcher = CONTENT_RANGE.matcher(range.get());
        if (!matcher.matches()) {
            throw new RegistryException(
                    416, "RANGE_INVALID", "\"" + range.get() + "\" is no range of the form <first>-<last>");
        }
        long first = Long.parseLong(matcher.group(1));
        long length = Long.parseLong(matcher.group(2)) - first + 1;
        Optional<Long> sent = call.header(HeaderNames.CONTENT_LENGTH).map(Long::parseLong);
        if (sent.isPresent() && sent.get() != length) {
            throw new RegistryException(
                    400,
                    "SIZE_INVALID",
                    "the range " + range.get() + " has " + length + " bytes, the request " + sent.get());
        }
        return OptionalLong.of(first);
    }

    private void finish(Call call, String repository, String id) throws IOException {
        Digest promised = call.query("digest")
                .map(Digest::parse)
                .orElseThrow(() -> new RegistryException(
                        400, "DIGEST_INVALID", "the last request of an upload needs ?digest=sha256:..."));
        append(call, repository, id);
        try {
            keep(repository, uploads.get(repository, id), promised);
        } finally {
            uploads.end(repository, id);
        }
        created(call, repository, promised);
    }

    /** Makes a blob of an upload if its content has the promised digest. */
    private void keep(String repository, Upload upload, Digest promised) throws IOException {
        Digest actual = upload.digestLike(promised);
        if (!actual.equals(promised)) {
            throw new RegistryException(
                    400, "DIGEST_INVALID", "the content has the digest " + actual + ", not " + promised);
        }
        claims.using(List.of(promised), () -> {
            try {
                blobs.adopt(upload.file(), promised);
                links.add(repository, promised);
            } catch (IOException e) {
                throw RegistryException.storage(e);
            }
            return true;
        });
    }

    private void created(Call call, String repository, Digest digest) {
        call.with(HeaderNames.LOCATION, "/v2/" + repository + "/blobs/" + digest)
                .with("Docker-Content-Digest", digest.toString())
                .answer(201);
    }

    private void progress(Call call, String repository, String id, int status) {
        describe(call, repository, id);
        call.answer(status);
    }

    private void describe(Call call, String repository, String id) {
        long size = uploads.get(repository, id).size();
        call.with(HeaderNames.LOCATION, "/v2/" + repository + "/blobs/uploads/" + id)
                .with(HeaderNames.RANGE, "0-" + Math.max(0, size - 1))
                .with("Docker-Upload-UUID", id);
    }
}
