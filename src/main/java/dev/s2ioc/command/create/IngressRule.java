package dev.s2ioc.command.create;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.command.CommandFailure;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One rule of an ingress as a flag writes it: {@code HOST/PATH=SERVICE:PORT[,tls[=SECRET]]}.
 *
 * @param path without the {@code *} at its end that stands for all below
 * @param secret empty for a rule without TLS; an empty text for TLS with the controller's own certificate
 */
record IngressRule(String host, String path, boolean below, String service, Optional<String> secret) {
    private static final Pattern FORM = Pattern.compile("([^/=,]*)(/[^=]*)=([^:,=]+:[^:,=]+)(?:,tls(?:=([^,=]+))?)?,?");
    private static final Pattern TLS = Pattern.compile(".*,tls(=.*)?,?");

    static IngressRule parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new CommandFailure(
                    "rule " + text + " is invalid and should be in format host/path=svcname:svcport[,tls[=secret]]");
        }
        String path = form.group(2);
        boolean below = path.endsWith("*");
        Optional<String> secret = TLS.matcher(text).matches()
                ? Optional.of(Optional.ofNullable(form.group(4)).orElse(""))
                : Optional.empty();
        return new IngressRule(
                form.group(1), below ? path.substring(0, path.length() - 1) : path, below, form.group(3), secret);
    }

    /** The path of an ingress's rule. */
    ObjectNode toJson() {
        ObjectNode json = Json.object().put("path", path).put("pathType", below ? "Prefix" : "Exact");
        json.set("backend", backend(service));
        return json;
    }

    /** {@code SERVICE:PORT} as a backend. */
    static ObjectNode backend(String service) {
        int colon = service.indexOf(':');
        ObjectNode backend = Json.object();
        ObjectNode target = backend.putObject("service").put("name", service.substring(0, colon));
        String port = service.substring(colon + 1);
        NewObject.putNumberOrText(target.putObject("port"), port.matches("[0-9]+") ? "number" : "name", port);
        return backend;
    }
}
