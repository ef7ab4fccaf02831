package dev.s2ioc.stories;

import java.util.Map;

/** The cluster that stories are played on. */
interface StoryCluster extends AutoCloseable {

    /**
     * What a story finds in its environment. {@code KUBECONFIG} names a file that leads to the cluster; each story gets a
     * copy of its own.
     */
    Map<String, String> environment();

    @Override
    default void close() {}
}
