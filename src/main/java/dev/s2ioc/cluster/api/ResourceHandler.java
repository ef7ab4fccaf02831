package dev.s2ioc.cluster.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.kind.Access;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.kind.DeleteOptions;
import dev.s2ioc.cluster.kind.Machinery;
import dev.s2ioc.cluster.kind.PartSubresource;
import dev.s2ioc.cluster.kind.Resource;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Subresource;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.kind.User;
import dev.s2ioc.cluster.kind.Verb;
import dev.s2ioc.cluster.store.Json;
import dev.s2ioc.cluster.store.Listing;
import dev.s2ioc.cluster.store.Page;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Serves the resources: one path, one verb, one answer, whatever the kind. */
final class ResourceHandler {
    private static final Map<String, String> OPTIONS =
            Map.of("PUT", "UpdateOptions", "PATCH", "PatchOptions", "DELETE", "DeleteOptions");

    private final Machinery machinery;
    private final Access access;
    private final Waiting waiting;
    private final Duration pulse;

    ResourceHandler(Machinery machinery, Access access, Waiting waiting, Duration pulse) {
        this.machinery = machinery;
        this.access = access;
        this.waiting = waiting;
        this.pulse = pulse;
    }

    void serve(Exchange exchange, User user, String group, String version, List<String> path)
            throws IOException, InterruptedException {
        Target target = Target.of(machinery.kinds(), group, version, path);
        var query = exchange.query();
        boolean dryRun = requireDryRun(exchange.method(), query.getOrDefault("dryRun", List.of()));
        Call call = new Call(user, target.namespace(), query, dryRun, exchange.warnings());
        if (target.subresource().isEmpty()) {
            Verb verb = verb(exchange.method(), target, call);
            if (verb != Verb.list) {
                target.resource().deprecation().ifPresent(call.warnings()::add);
            }
            access.require(user, verb.name(), target.resource().type(), "", target.namespace(), target.name());
            if (!target.resource().verbs().contains(verb)) {
                throw StatusException.methodNotAllowed();
            }
            serve(exchange, call, target, verb);
        } else {
            target.resource().deprecation().ifPresent(call.warnings()::add);
            serveSubresource(exchange, call, target);
        }
    }

    private static boolean requireDryRun(String method, List<String> values) {
        Causes causes = new Causes();
        values.stream()
                .filter(value -> !value.equals("All"))
                .forEach(value -> causes.notSupported("dryRun", value, List.of("All")));
        if (!causes.isEmpty()) {
            String kind = OPTIONS.getOrDefault(method, "CreateOptions");
            throw StatusException.invalid(
                    Type.clusterScoped("meta.k8s.io", "v1", kind.toLowerCase(Locale.ROOT), kind), "", causes);
        }
        return !values.isEmpty();
    }

    private static Verb verb(String method, Target target, Call call) {
        boolean collection = target.name().isEmpty();
        return switch (method) {
            case "GET", "HEAD" -> call.flag("watch") ? Verb.watch : collection ? Verb.list : Verb.get;
            case "POST" -> require(collection, Verb.create);
            case "PUT" -> require(!collection, Verb.update);
            case "PATCH" -> require(!collection, Verb.patch);
            case "DELETE" -> collection ? Verb.deletecollection : Verb.delete;
            default -> throw StatusException.methodNotAllowed();
        };
    }

    private static Verb require(boolean fits, Verb verb) {
        if (!fits) {
            throw StatusException.methodNotAllowed();
        }
        return verb;
    }

    private void serve(Exchange exchange, Call call, Target target, Verb verb)
            throws IOException, InterruptedException {
        Resource resource = target.resource();
        Accept accept = Accept.of(exchange.header("Accept").orElse(""));
        Forms forms =
                new Forms(resource, accept, call.parameter("includeObject").orElse("Metadata"), machinery.clock());
        RequestBody body = new RequestBody(exchange);
        Writer writer = Writer.of(exchange, call, target, machinery.now(), access);
        switch (verb) {
            case get -> exchange.json(200, forms.object(resource.get(call, target.name())));
            case list -> exchange.json(200, list(resource, call, forms));
            case watch -> {
                WatchStream stream = new WatchStream(resource, call, target.name(), forms, pulse, waiting);
                waiting.run(() -> stream.serve(exchange));
            }
            case create -> {
                requireNamespaced(resource, call);
                exchange.json(201, forms.object(resource.create(call, writer.created(call, body))));
            }
            case update, patch -> {
                Resource.Written written = body.isApplied()
                        ? writer.apply(call, target.name(), body)
                        : resource.update(call, target.name(), writer.changed(call, body));
                exchange.json(written.created() ? 201 : 200, forms.object(written.object()));
            }
            case delete -> {
                DeleteOptions options = DeleteOptions.of(body.objectOrEmpty(), call);
                Resource.Deleted deleted = resource.delete(asFarAs(call, options), target.name(), options);
                exchange.json(
                        200,
                        deleted.gone() ? success(resource.type(), deleted.object()) : forms.object(deleted.object()));
            }
            case deletecollection -> {
                requireNamespaced(resource, call);
                DeleteOptions options = DeleteOptions.of(body.objectOrEmpty(), call);
                exchange.json(200, deleteCollection(resource, asFarAs(call, options), options, forms));
            }
        }
    }

    private static void requireNamespaced(Resource resource, Call call) {
        if (resource.type().namespaced() && call.namespace().isEmpty()) {
            throw StatusException.methodNotAllowed();
        }
    }

    /** A dry run can be asked for in the options too. */
    private static Call asFarAs(Call call, DeleteOptions options) {
        return options.dryRun() ? call.dry() : call;
    }

    private ObjectNode list(Resource resource, Call call, Forms forms) {
        return resource.answerToList(call).orElseGet(() -> {
            Lists.Result result =
                    new Lists(resource, call).read(machinery.store().revision());
            if (!result.items().isEmpty()) {
                // Whoever looks through everything, and has none of them, needs no warning of them.
                resource.deprecation().ifPresent(call.warnings()::add);
            }
            return forms.list(result.items(), result.metadata());
        });
    }

    private static ObjectNode deleteCollection(Resource resource, Call call, DeleteOptions options, Forms forms) {
        Selection selection = Selection.of(resource, call);
        Listing listing = resource.list(call, Page.ALL);
        List<ObjectNode> chosen =
                listing.items().stream().filter(selection::matches).toList();
        for (ObjectNode object : chosen) {
            try {
                Call each = call.in(Json.at(object, "metadata", "namespace"));
                resource.delete(each, Json.at(object, "metadata", "name"), options);
            } catch (StatusException e) {
                if (e.code() != 404) {
                    throw e;
                }
            }
        }
        return forms.list(chosen, Json.object().put("resourceVersion", Long.toString(listing.revision())));
    }

    private static ObjectNode success(Type type, ObjectNode object) {
        ObjectNode status = Json.object();
        status.put("kind", "Status").put("apiVersion", "v1");
        status.putObject("metadata");
        status.put("status", "Success");
        ObjectNode details = status.putObject("details");
        details.put("name", Json.at(object, "metadata", "name"));
        if (!type.group().isEmpty()) {
            details.put("group", type.group());
        }
        details.put("kind", type.plural());
        details.put("uid", Json.at(object, "metadata", "uid"));
        return status;
    }

    private void serveSubresource(Exchange exchange, Call call, Target target)
            throws IOException, InterruptedException {
        Type type = target.resource().type();
        Subresource subresource =
                machinery.kinds().subresource(type, target.subresource()).orElseThrow(StatusException::noSuchPath);
        Verb verb = switch (exchange.method()) {
            case "GET", "HEAD" -> Verb.get;
            case "POST" -> Verb.create;
            case "PUT" -> Verb.update;
            case "PATCH" -> Verb.patch;
            case "DELETE" -> Verb.delete;
            default -> throw StatusException.methodNotAllowed();
        };
        if (!subresource.open()) {
            access.require(call.user(), verb.name(), type, subresource.name(), target.namespace(), target.name());
        }
        if (!subresource.verbs().contains(verb)) {
            throw StatusException.methodNotAllowed();
        }
        if (subresource instanceof PartSubresource part) {
            serve(exchange, call, target.of(part.part()), verb);
            return;
        }
        subresource.serve(
                new Subresource.Request(call, verb, target.name(), target.rest(), new RequestBody(exchange), exchange));
    }
}
