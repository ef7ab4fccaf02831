package dev.s2ioc.client;

/** In what form objects are wanted from the server. */
public enum Form {
    /** As they are. */
    OBJECTS("application/json"),
    /** As the rows that the server would show, each with its object's metadata. */
    TABLE(
            "application/json;as=Table;v=v1;g=meta.k8s.io,application/json;as=Table;v=v1beta1;g=meta.k8s.io,application/json"),
    /** As rows, each with its whole object. */
    TABLE_WITH_OBJECTS(TABLE.accept);

    private final String accept;

    Form(String accept) {
        this.accept = accept;
    }

    Request in(Request request) {
        Request asked = request.accepting(accept);
        return this == TABLE_WITH_OBJECTS ? asked.with("includeObject", "Object") : asked;
    }
}
