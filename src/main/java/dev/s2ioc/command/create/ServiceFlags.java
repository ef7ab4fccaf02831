package dev.s2ioc.command.create;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the commands that create services share: the name, the ports, and the object that comes of them. */
public final class ServiceFlags {

    @Parameters(paramLabel = "NAME", description = "Name of the service; it is for the pods labeled app=NAME.")
    String name;

    @Option(
            names = "--tcp",
            paramLabel = "PORT[:TARGET]",
            split = ",",
            description = "A port, and the port of the pods that it leads to if that is another. May be repeated.")
    List<String> ports = List.of();

    @Mixin
    CreateFlags create = new CreateFlags();

    /** @param nodePort the port at the nodes; 0 for the server's choice */
    NewObject service(CommandContext context, String type, int nodePort) {
        NewObject service = new NewObject(context, create, "v1", "Service", name);
        service.body().withObject("/metadata/labels").put("app", name);
        ObjectNode spec = service.body().putObject("spec");
        if (!ports.isEmpty()) {
            ArrayNode list = spec.putArray("ports");
            ports.forEach(port -> list.add(port(port, nodePort)));
        }
        spec.putObject("selector").put("app", name);
        spec.put("type", type);
        return service;
    }

    void requirePorts() {
        if (ports.isEmpty()) {
            throw new CommandFailure("at least one tcp port specifier must be provided");
        }
    }

    private static ObjectNode port(String typed, int nodePort) {
        String[] halves = typed.split(":", -1);
        String target = halves[halves.length - 1];
        if (halves.length > 2 || !isPort(halves[0]) || target.isEmpty()) {
            throw new CommandFailure("--tcp must be PORT or PORT:TARGET, as in 80:8080, not \"" + typed + "\"");
        }
        if (target.matches("[0-9]+") && !isPort(target)) {
            throw new CommandFailure("invalid target port \"" + target + "\": it must be between 1 and 65535");
        }
        ObjectNode port = Json.object();
        port.put("name", typed.replace(':', '-')).put("protocol", "TCP").put("port", Integer.parseInt(halves[0]));
        NewObject.putNumberOrText(port, "targetPort", target);
        return nodePort == 0 ? port : port.put("nodePort", nodePort);
    }

    private static boolean isPort(String text) {
        return text.matches("[0-9]{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= 65535;
    }
}
