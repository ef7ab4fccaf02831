package dev.s2ioc.cluster.registry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.helidon.http.HeaderNames;
import java.io.IOException;

/** Every request comes through here: who sends it, who answers it; and failures leave in the specification's form. */
final class Routes {
    private static final String ADMIN_BLOBS = "/admin/blobs/";

    private final Authentication authentication;
    private final TokenEndpoint tokens;
    private final RepositoryRoutes repositories;
    private final ListEndpoint lists;
    private final AdminEndpoint admin;

    Routes(
            Authentication authentication,
            TokenEndpoint tokens,
            RepositoryRoutes repositories,
            ListEndpoint lists,
            AdminEndpoint admin) {
        this.authentication = authentication;
        this.tokens = tokens;
        this.repositories = repositories;
        this.lists = lists;
        this.admin = admin;
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
        if (path.equals("/healthz")) {
            call.answer(200);
        } else if (path.equals(Authentication.TOKEN_PATH)) {
            tokens.handle(call);
        } else {
            dispatch(call, path, authentication.visitor(call));
        }
    }

    private void dispatch(Call call, String path, Visitor visitor) throws IOException {
        if (path.equals("/v2/") || path.equals("/v2")) {
            ping(call, visitor);
        } else if (path.equals("/v2/_catalog")) {
            visitor.require(Permission.CATALOG, "");
            lists.catalog(call);
        } else if (path.equals("/admin/prune")) {
            visitor.require(Permission.PRUNE, "");
            admin.prune(call);
        } else if (path.startsWith(ADMIN_BLOBS)) {
            visitor.require(Permission.PRUNE, "");
            admin.blob(call, path.substring(ADMIN_BLOBS.length()));
        } else {
            repositories.handle(call, visitor);
        }
    }

    /** Clients look here for the challenge, so those who bring nothing are challenged, whatever they may do without. */
    private static void ping(Call call, Visitor visitor) {
        boolean fresh = call.header(HeaderNames.AUTHORIZATION).isEmpty();
        if (visitor.isAnonymous() && !visitor.may(fresh ? Permission.PUSH : Permission.PULL, "")) {
            throw RegistryException.unauthorized("authentication required");
        }
        call.answer(200, JsonNodeFactory.instance.objectNode());
    }

    private static void refuse(Call call, RegistryException refusal) {
        if (call.response().isSent()) {
            throw refusal;
        }
        if (refusal.status() == 401) {
            call.with(HeaderNames.WWW_AUTHENTICATE, Authentication.challenge(call));
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("errors").addObject().put("code", refusal.code()).put("message", refusal.getMessage());
        call.answer(refusal.status(), body);
    }
}
