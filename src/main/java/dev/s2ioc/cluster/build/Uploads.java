package dev.s2ioc.cluster.build;

import dev.s2ioc.cluster.store.Key;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The uploads under way, by build. */
final class Uploads {
    private final Map<Key, Upload> byBuild = new ConcurrentHashMap<>();

    Upload of(Key build) {
        return byBuild.computeIfAbsent(build, none -> new Upload());
    }

    void end(Key build) {
        Upload upload = byBuild.remove(build);
        if (upload != null) {
            upload.end();
        }
    }
}
