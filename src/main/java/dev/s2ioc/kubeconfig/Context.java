package dev.s2ioc.kubeconfig;

import java.util.Optional;

/** A kubeconfig context: which user of which cluster, in which namespace. Names may be empty, as in the file. */
public record Context(String name, String cluster, String user, Optional<String> namespace) {

    static Context of(String name, Fields fields) {
        return new Context(
                name, fields.text("cluster").orElse(""), fields.text("user").orElse(""), fields.text("namespace"));
    }

    /** The name that oc gives a context: {@code demo/api-example-com:6443/developer}. */
    public static String nickname(String namespace, String cluster, String user) {
        int slash = user.lastIndexOf('/');
        return namespace + "/" + cluster + "/" + (slash < 0 ? user : user.substring(0, slash));
    }
}
