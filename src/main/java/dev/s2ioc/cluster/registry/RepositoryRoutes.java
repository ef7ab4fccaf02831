package dev.s2ioc.cluster.registry;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds who answers a request that is about one repository, and asks whether the client may send it. */
final class RepositoryRoutes {
    private static final Pattern UPLOADS = Pattern.compile("/v2/(.+)/blobs/uploads/?");
    private static final Pattern UPLOAD = Pattern.compile("/v2/(.+)/blobs/uploads/([a-f0-9-]{36})");
    private static final Pattern BLOB = Pattern.compile("/v2/(.+)/blobs/([^/]+)");
    private static final Pattern MANIFEST = Pattern.compile("/v2/(.+)/manifests/([^/]+)");
    private static final Pattern TAGS = Pattern.compile("/v2/(.+)/tags/list");
    private static final Pattern REFERRERS = Pattern.compile("/v2/(.+)/referrers/([^/]+)");

    private final Streams streams;
    private final BlobEndpoint blobs;
    private final UploadEndpoint uploads;
    private final ManifestEndpoint manifests;
    private final ListEndpoint lists;

    RepositoryRoutes(
            Streams streams,
            BlobEndpoint blobs,
            UploadEndpoint uploads,
            ManifestEndpoint manifests,
            ListEndpoint lists) {
        this.streams = streams;
        this.blobs = blobs;
        this.uploads = uploads;
        this.manifests = manifests;
        this.lists = lists;
    }

    void handle(Call call, Visitor visitor) throws IOException {
        String path = call.path();
        Matcher matcher;
        if ((matcher = UPLOADS.matcher(path)).matches()) {
            uploads.begin(call, visitor, pushing(visitor, matcher));
        } else if ((matcher = UPLOAD.matcher(path)).matches()) {
            uploads.handle(call, pushing(visitor, matcher), matcher.group(2));
        } else if ((matcher = BLOB.matcher(path)).matches()) {
            blobs.handle(call, permitted(call, visitor, matcher), matcher.group(2));
        } else if ((matcher = MANIFEST.matcher(path)).matches()) {
            manifests.handle(call, permitted(call, visitor, matcher), matcher.group(2));
        } else if ((matcher = TAGS.matcher(path)).matches()) {
            lists.tags(call, permitted(call, visitor, matcher));
        } else if ((matcher = REFERRERS.matcher(path)).matches()) {
            lists.referrers(call, permitted(call, visitor, matcher), matcher.group(2));
        } else {
            throw new RegistryException(404, "NAME_UNKNOWN", "nothing is served at " + path);
        }
    }

    private String permitted(Call call, Visitor visitor, Matcher matcher) {
        return switch (call.method()) {
            case "GET", "HEAD" -> permitted(visitor, Permission.PULL, matcher);
            case "DELETE" -> permitted(visitor, Permission.DELETE, matcher);
            default -> pushing(visitor, matcher);
        };
    }

    private static String permitted(Visitor visitor, Permission permission, Matcher matcher) {
        String repository = RepositoryName.check(matcher.group(1));
        visitor.require(permission, repository);
        return repository;
    }

    /** What is wrong with the name is said to those who have logged in, before it is asked whether they may. */
    private String pushing(Visitor visitor, Matcher matcher) {
        String repository = RepositoryName.check(matcher.group(1));
        visitor.requireLogin(Permission.PUSH, repository);
        streams.admit(repository);
        visitor.require(Permission.PUSH, repository);
        return repository;
    }
}
