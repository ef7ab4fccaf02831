package dev.s2ioc.cluster.log;

import java.io.IOException;

/** Where those write who are shown as pods and have no containers of their own: it is read as the log of a container. */
public interface Journals {
    /** Writes on where it ended, if it has been begun. */
    LineLog open(String pod, String container) throws IOException;

    void delete(String pod, String container) throws IOException;
}
