package dev.s2ioc.cluster.network.route;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.kind.Names;
import dev.s2ioc.cluster.store.Json;
import java.util.List;
import java.util.Locale;

/** What routes can ask for, in OpenShift's words. */
record RouteRules(JsonNode spec, Causes causes) {
    private static final List<String> WILDCARDS = List.of("None", "Subdomain");
    private static final List<String> TERMINATIONS = List.of("edge", "passthrough", "reencrypt");
    private static final int ALTERNATES = 3;
    private static final int HEAVIEST = 256;
    private static final int HEADERS = 20;

    void validate() {
        String host = Json.at(spec, "host");
        if (!host.isEmpty()) {
            Names.subdomainFault(host).ifPresent(fault -> causes.invalid("spec.host", host, fault));
        }
        String path = Json.at(spec, "path");
        if (!path.isEmpty() && !path.startsWith("/")) {
            causes.invalid("spec.path", path, "path must begin with /");
        }
        String wildcard = Json.at(spec, "wildcardPolicy");
        if (!WILDCARDS.contains(wildcard)) {
            causes.notSupported("spec.wildcardPolicy", spec.path("wildcardPolicy"), WILDCARDS);
        }
        validateService(spec.path("to"), "spec.to");
        if (spec.path("alternateBackends").size() > ALTERNATES) {
            causes.required("spec.alternateBackends", "cannot specify more than 3 alternate backends");
        }
        for (int i = 0; i < spec.path("alternateBackends").size(); i++) {
            validateService(spec.path("alternateBackends").path(i), "spec.alternateBackends[" + i + "]");
        }
        if (spec.path("tls").isObject()) {
            validateTls(spec.path("tls"), path);
        }
        for (String of : List.of("request", "response")) {
            validateHeaders(HeaderActions.of(spec, of).actions(), of);
        }
    }

    private void validateService(JsonNode service, String field) {
        if (Json.at(service, "name").isEmpty()) {
            causes.required(field + ".name", "");
        }
        if (!Json.at(service, "kind").equals("Service")) {
            causes.invalid(field + ".kind", Json.at(service, "kind"), "must reference a Service");
        }
        long weight = service.path("weight").asLong(0);
        if (weight < 0 || weight > HEAVIEST) {
            causes.invalid(field + ".weight", service.path("weight"), "weight must be an integer between 0 and 256");
        }
    }

    private void validateTls(JsonNode tls, String path) {
        String termination = Json.at(tls, "termination");
        if (!TERMINATIONS.contains(termination)) {
            causes.notSupported("spec.tls.termination", termination, TERMINATIONS);
        }
        boolean passthrough = termination.equals("passthrough");
        if (passthrough && !path.isEmpty()) {
            causes.invalid("spec.path", path, "passthrough termination does not support paths");
        }
        if (passthrough) {
            for (String field : List.of("certificate", "key", "caCertificate", "destinationCACertificate")) {
                refuse(tls, field, "passthrough termination does not support certificates");
            }
        } else if (termination.equals("edge")) {
            refuse(tls, "destinationCACertificate", "edge termination does not support destination certificates");
        }
        List<String> policies = passthrough ? List.of("None", "Redirect") : List.of("None", "Allow", "Redirect");
        String policy = Json.at(tls, "insecureEdgeTerminationPolicy");
        if (!policy.isEmpty() && !policies.contains(policy)) {
            causes.invalid(
                    "spec.tls.insecureEdgeTerminationPolicy",
                    policy,
                    "invalid value for InsecureEdgeTerminationPolicy option, acceptable values are "
                            + String.join(", ", policies) + ", or empty");
        }
    }

    /** What it holds is nobody's business. */
    private void refuse(JsonNode tls, String field, String why) {
        if (!Json.at(tls, field).isEmpty()) {
            String what = field.replaceAll("([A-Z]+)", " $1").toLowerCase(Locale.ROOT);
            causes.invalid("spec.tls." + field, "redacted " + what + " data", why);
        }
    }

    private void validateHeaders(JsonNode actions, String of) {
        String field = "spec.httpHeaders.actions." + of;
        if (!actions.isEmpty() && Json.at(spec, "tls", "termination").equals("passthrough")) {
            causes.invalid(
                    "spec.tls.termination",
                    "passthrough",
                    "only edge and re-encrypt routes are supported for providing customized headers.");
        }
        if (actions.size() > HEADERS) {
            causes.invalid(field, actions, of + " headers list can't exceed " + HEADERS + " items");
        }
        for (int i = 0; i < actions.size(); i++) {
            JsonNode action = actions.path(i);
            String at = field + "[" + i + "]";
            if (!Json.at(action, "name").matches("[-!#$%&'*+.0-9A-Z^_`a-z|~]+")) {
                causes.invalid(at + ".name", Json.at(action, "name"), "must be the name of a header field");
            }
            String type = Json.at(action, "action", "type");
            if (!List.of("Delete", "Set").contains(type)) {
                causes.notSupported(at + ".action.type", type, List.of("Delete", "Set"));
            } else if (type.equals("Set")
                    && Json.at(action, "action", "set", "value").isEmpty()) {
                causes.required(at + ".action.set.value", "");
            }
        }
    }
}
