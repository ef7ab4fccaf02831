package dev.s2ioc.client;

import java.util.Optional;

/**
 * Which objects of a type are wanted.
 *
 * @param labels label selector, as in {@code a=b,c!=d}
 * @param fields field selector
 * @param pageSize how many objects the server should send at once; 0 for all
 */
public record ListOptions(Optional<String> labels, Optional<String> fields, int pageSize) {

    /** All objects, in pages of the usual size. */
    public static final ListOptions ALL = new ListOptions(Optional.empty(), Optional.empty(), 500);

    /** The one object of a name. */
    public static ListOptions named(String name) {
        return ALL.withFields("metadata.name=" + name);
    }

    public ListOptions withLabels(String selector) {
        return new ListOptions(Optional.of(selector), fields, pageSize);
    }

    public ListOptions withFields(String selector) {
        return new ListOptions(labels, Optional.of(selector), pageSize);
    }

    Request selecting(Request request) {
        return request.with("fieldSelector", fields).with("labelSelector", labels);
    }

    /** The words that kubectl and oc put before a server's refusal of a selector. */
    String notFound(ResourceType type) {
        String what = "\"" + (type.group().isEmpty() ? "" : type.group() + "/") + type.version() + ", Resource="
                + type.plural() + "\"";
        return labels.isEmpty() && fields.isEmpty()
                ? "Unable to list " + what + ": "
                : "Unable to find " + what + " that match label selector \"" + labels.orElse("")
                        + "\", field selector \"" + fields.orElse("") + "\": ";
    }

    Request paging(Request request) {
        return pageSize > 0 ? request.with("limit", String.valueOf(pageSize)) : request;
    }
}
