package dev.s2ioc.command.create;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Creates an ingress, which leads requests from outside to services. */
@Command(
        name = "ingress",
        description = "Create an ingress, which leads requests from outside to services.",
        footer = {
            "",
            "Examples:",
            "  # Lead one path of a host to a service",
            "  s2ioc create ingress web --rule=foo.com/bar=web:8080",
            "",
            "  # All paths below one, with TLS from a secret",
            "  s2ioc create ingress web --rule='foo.com/*=web:8080,tls=web-cert'"
        })
public final class IngressCommand implements Action {

    @Parameters(paramLabel = "NAME", description = "Name of the ingress.")
    String name;

    @Option(
            names = "--rule",
            paramLabel = "HOST/PATH=SERVICE:PORT[,tls[=SECRET]]",
            description = "Where a path leads; with * at its end, all below too. May be repeated.")
    List<String> rules = List.of();

    @Option(names = "--default-backend", paramLabel = "SERVICE:PORT", description = "Where all other requests lead.")
    String defaultBackend = "";

    @Option(names = "--class", paramLabel = "NAME", description = "The class of ingress controllers that serve it.")
    String ingressClass = "";

    @Option(names = "--annotation", paramLabel = "KEY=VALUE", description = "An annotation; may be repeated.")
    List<String> annotations = List.of();

    @Mixin
    CreateFlags create = new CreateFlags();

    private final CommandContext context;

    IngressCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        if (rules.isEmpty() && defaultBackend.isEmpty()) {
            throw new CommandFailure("not enough information provided: every ingress has to either specify a"
                    + " default-backend (which catches all traffic) or a list of rules (which catch specific paths)");
        }
        if (!defaultBackend.isEmpty() && !defaultBackend.matches("[^:]+:[^:]+")) {
            throw new CommandFailure("default-backend should be in format servicename:serviceport");
        }
        NewObject ingress = new NewObject(context, create, "networking.k8s.io/v1", "Ingress", name);
        annotate(ingress.body());
        ObjectNode spec = ingress.body().putObject("spec");
        if (!ingressClass.isEmpty()) {
            spec.put("ingressClassName", ingressClass);
        }
        if (!defaultBackend.isEmpty()) {
            spec.set("defaultBackend", IngressRule.backend(defaultBackend));
        }
        addRules(spec, rules.stream().map(IngressRule::parse).toList());
        ingress.createOr("failed to create ingress: ");
    }

    private void annotate(ObjectNode object) {
        for (String annotation : annotations) {
            int equals = annotation.indexOf('=');
            if (equals < 1) {
                throw new CommandFailure("annotation " + annotation + " is invalid and should be in format key=value");
            }
            object.withObject("/metadata/annotations")
                    .put(annotation.substring(0, equals), annotation.substring(equals + 1));
        }
    }

    private static void addRules(ObjectNode spec, List<IngressRule> rules) {
        ArrayNode tls = tls(rules);
        if (!tls.isEmpty()) {
            spec.set("tls", tls);
        }
        Map<String, ArrayNode> paths = new LinkedHashMap<>();
        for (IngressRule rule : rules) {
            paths.computeIfAbsent(rule.host(), host -> Json.array()).add(rule.toJson());
        }
        paths.forEach((host, list) -> {
            ObjectNode rule = spec.withArray("/rules").addObject();
            if (!host.isEmpty()) {
                rule.put("host", host);
            }
            rule.putObject("http").set("paths", list);
        });
    }

    /** One entry for each secret, with the hosts that it is for; a host is in one entry only. */
    private static ArrayNode tls(List<IngressRule> rules) {
        Map<String, Set<String>> hosts = new LinkedHashMap<>();
        Set<String> listed = new HashSet<>();
        for (IngressRule rule : rules) {
            if (rule.secret().isPresent() && listed.add(rule.host())) {
                hosts.computeIfAbsent(rule.secret().get(), secret -> new LinkedHashSet<>())
                        .add(rule.host());
            }
        }
        ArrayNode tls = Json.array();
        hosts.forEach((secret, names) -> {
            names.remove("");
            if (names.isEmpty() && secret.isEmpty()) {
                return;
            }
            ObjectNode entry = tls.addObject();
            if (!names.isEmpty()) {
                names.forEach(entry.putArray("hosts")::add);
            }
            if (!secret.isEmpty()) {
                entry.put("secretName", secret);
            }
        });
        return tls;
    }
}
