package dev.s2ioc.cluster.registry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds who answers a request, and turns failures into the specification's error bodies. */
final class Routes {
    private static final String TAG = "[A-Za-z0-9_][A-Za-z0-9._-]{0,127}";
    private static final Pattern MANIFEST = Pattern.compile("/v2/(.+)/manifests/(" + TAG + "|" + Digest.PATTERN + ")");
    private static final Pattern BLOB = Pattern.compile("/v2/(.+)/blobs/(" + Digest.PATTERN + ")");
    private static final Pattern UPLOADS = Pattern.compile("/v2/(.+)/blobs/uploads/?");
    private static final Pattern UPLOAD = Pattern.compile("/v2/(.+)/blobs/uploads/([a-f0-9-]{36})");
    private static final Pattern TAGS = Pattern.compile("/v2/(.+)/tags/list");
    private static final Pattern REFERRERS = Pattern.compile("/v2/(.+)/referrers/(" + Digest.PATTERN + ")");

    private final BlobEndpoint blobs;
    private final UploadEndpoint uploads;
    private final ManifestEndpoint manifests;
    private final ListEndpoint lists;

    Routes(BlobEndpoint blobs, UploadEndpoint uploads, ManifestEndpoint manifests, ListEndpoint lists) {
        this.blobs = blobs;
        this.uploads = uploads;
        this.manifests = manifests;
        this.lists = lists;
    }

    void handle(Call call) {
        call.with("Docker-Distribution-Api-Version", "registry/2.0");
        try {
            dispatch(call);
        } catch (RegistryException e) {
            refuse(call, e);
        } catch (IOException e) {
            refuse(call, RegistryException.storage(e));
        }
    }

    private void dispatch(Call call) throws IOException {
        String path = call.path();
        Matcher matcher;
        if (path.equals("/v2/") || path.equals("/v2")) {
            call.answer(200, JsonNodeFactory.instance.objectNode());
        } else if (path.equals("/v2/_catalog")) {
            lists.catalog(call);
        } else if ((matcher = UPLOADS.matcher(path)).matches()) {
            uploads.begin(call, name(matcher));
        } else if ((matcher = UPLOAD.matcher(path)).matches()) {
            uploads.handle(call, name(matcher), matcher.group(2));
        } else if ((matcher = BLOB.matcher(path)).matches()) {
            blobs.handle(call, name(matcher), matcher.group(2));
        } else if ((matcher = MANIFEST.matcher(path)).matches()) {
            manifests.handle(call, name(matcher), matcher.group(2));
        } else if ((matcher = TAGS.matcher(path)).matches()) {
            lists.tags(call, name(matcher));
        } else if ((matcher = REFERRERS.matcher(path)).matches()) {
            lists.referrers(call, name(matcher), matcher.group(2));
        } else {
            throw new RegistryException(404, "NAME_UNKNOWN", "nothing is served at " + path);
        }
    }

    private static String name(Matcher matcher) {
        return RepositoryName.check(matcher.group(1));
    }

    private static void refuse(Call call, RegistryException refusal) {
        if (call.response().isSent()) {
            throw refusal;
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("errors").addObject().put("code", refusal.code()).put("message", refusal.getMessage());
        call.answer(refusal.status(), body);
    }
}
