package dev.s2ioc.cluster.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.api.fields.AppliedConfiguration;
import dev.s2ioc.cluster.api.fields.FieldManager;
import dev.s2ioc.cluster.api.patch.Patch;
import dev.s2ioc.cluster.api.schema.FieldValidation;
import dev.s2ioc.cluster.kind.Access;
import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.kind.Resource;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Type;
import dev.s2ioc.cluster.store.Json;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;

/** Who writes in one request, so that the object's managedFields can say it; and how it applies configurations. */
final class Writer {
    private static final Type OPTIONS = Type.clusterScoped("meta.k8s.io", "v1", "patchoptions", "PatchOptions");
    private static final int LONGEST_NAME = 128;

    private final Target target;
    private final Resource resource;
    private final String name;
    private final String now;
    private final Access access;

    private Writer(Target target, String name, String now, Access access) {
        this.target = target;
        this.resource = target.resource();
        this.name = name;
        this.now = now;
        this.access = access;
    }

    /** The manager that the query names, else the program that asks. */
    static Writer of(Exchange exchange, Call call, Target target, String now, Access access) {
        String name = call.parameter("fieldManager")
                .orElseGet(() -> exchange.header("User-Agent").orElse("").split("/")[0]);
        if (name.length() > LONGEST_NAME && call.parameter("fieldManager").isPresent()) {
            throw refused(new Causes().tooLong("fieldManager", LONGEST_NAME));
        }
        String known = name.isBlank() ? "unknown" : name.substring(0, Math.min(LONGEST_NAME, name.length()));
        return new Writer(target, known, now, access);
    }

    private static StatusException refused(Causes causes) {
        return StatusException.invalid(OPTIONS, "", causes);
    }

    ObjectNode created(Call call, RequestBody body) throws IOException {
        ObjectNode object = body.object();
        new FieldValidation(resource.type(), call).check(object, body.duplicates());
        return resource.keepsManagedFields() ? manager().created(object) : object;
    }

    UnaryOperator<ObjectNode> changed(Call call, RequestBody body) throws IOException {
        if (call.parameter("force").isPresent()) {
            throw refused(new Causes().forbidden("force", "may not be specified for non-apply patch"));
        }
        UnaryOperator<ObjectNode> change = body.change();
        FieldValidation validation = new FieldValidation(resource.type(), call);
        return old -> {
            ObjectNode before = old.deepCopy();
            ObjectNode wanted = change.apply(old);
            requireSameName(wanted);
            validation.check(before, wanted, body.duplicates());
            ObjectNode permitted = resource.permitted(before, wanted);
            return resource.keepsManagedFields() ? manager().updated(before, permitted) : permitted;
        };
    }

    private void requireSameName(ObjectNode wanted) {
        String found = Json.at(wanted, "metadata", "name");
        if (!found.isEmpty() && !found.equals(target.name())) {
            throw StatusException.badRequest("the name of the object (" + found
                    + ") does not match the name on the URL (" + target.name() + ")");
        }
    }

    private FieldManager manager() {
        return new FieldManager(name, resource.type(), target.subresource(), now);
    }

    /** Creates what is not there yet. */
    Resource.Written apply(Call call, String object, RequestBody body) throws IOException {
        if (!resource.keepsManagedFields()) {
            throw RequestBody.unsupported(Patch.TYPES);
        }
        if (call.parameter("fieldManager").isEmpty()) {
            throw refused(new Causes().required("fieldManager", "is required for apply patch"));
        }
        ObjectNode wanted = body.configuration();
        new FieldValidation(resource.type(), call).check(wanted, List.of());
        AppliedConfiguration configuration =
                new AppliedConfiguration(wanted, name, resource.type(), target.subresource(), call.flag("force"), now);
        while (true) {
            try {
                return resource.update(
                        call, object, old -> resource.permitted(old.deepCopy(), configuration.applyTo(old)));
            } catch (StatusException e) {
                if (e.code() != 404 || !target.subresource().isEmpty()) {
                    throw e;
                }
            }
            access.require(call.user(), "create", resource.type(), "", call.namespace(), object);
            try {
                return new Resource.Written(resource.create(call, configuration.created(object)), true);
            } catch (StatusException e) {
                // Somebody has created it in between.
                if (!e.reason().equals("AlreadyExists")) {
                    throw e;
                }
            }
        }
    }
}
