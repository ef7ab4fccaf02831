package dev.s2ioc.command.set;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.command.CommandFailure;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** The flags that describe how a container is asked whether it is well. */
public final class ProbeFlags {

    @Option(
            names = "--get-url",
            paramLabel = "URL",
            description = "It is well if this answers with success, as http://:8080/healthz.")
    String url = "";

    @Option(names = "--open-tcp", paramLabel = "PORT", description = "It is well if this port, or its name, is open.")
    String port = "";

    @Option(names = "--initial-delay-seconds", paramLabel = "N", description = "Do not ask before.")
    Integer initialDelay;

    @Option(names = "--timeout-seconds", paramLabel = "N", description = "How long to wait for an answer.")
    Integer timeout;

    @Option(names = "--period-seconds", paramLabel = "N", description = "How often to ask.")
    Integer period;

    @Option(names = "--success-threshold", paramLabel = "N", description = "Well after so many successes.")
    Integer successes;

    @Option(names = "--failure-threshold", paramLabel = "N", description = "Not well after so many failures.")
    Integer failures;

    boolean hasNumbers() {
        return initialDelay != null || timeout != null || period != null || successes != null || failures != null;
    }

    /** @throws CommandFailure if what is asked for cannot be */
    void check(List<String> program) {
        int ways = (url.isEmpty() ? 0 : 1) + (port.isEmpty() ? 0 : 1) + (program.isEmpty() ? 0 : 1);
        if (ways > 1) {
            throw new CommandFailure("you may only set one of --get-url, --open-tcp, or command");
        }
        if (ways == 0 && !hasNumbers()) {
            throw new CommandFailure("say how to probe: with --get-url, --open-tcp, or a command behind --");
        }
        if (port.matches("[0-9]+") && (port.length() > 5 || Integer.parseInt(port) > 65535)) {
            throw new CommandFailure("--open-tcp must be a port number between 1 and 65535 or an IANA port name");
        }
        atLeast(1, "--failure-threshold", failures);
        atLeast(1, "--success-threshold", successes);
        atLeast(0, "--initial-delay-seconds", initialDelay);
        atLeast(0, "--timeout-seconds", timeout);
        atLeast(0, "--period-seconds", period);
    }

    private static void atLeast(int least, String flag, Integer number) {
        if (number != null && number < least) {
            throw new CommandFailure(flag + " may not be " + (least == 0 ? "negative" : "less than one"));
        }
    }

    /** Writes what the flags say into a probe, and leaves the rest of it. */
    void applyTo(ObjectNode probe, List<String> program) {
        if (!program.isEmpty()) {
            ArrayNode command = way(probe, "exec").putArray("command");
            program.forEach(command::add);
        } else if (!url.isEmpty()) {
            get(way(probe, "httpGet"));
        } else if (!port.isEmpty()) {
            put(way(probe, "tcpSocket"), port);
        }
        put(probe, "initialDelaySeconds", initialDelay);
        put(probe, "timeoutSeconds", timeout);
        put(probe, "periodSeconds", period);
        put(probe, "successThreshold", successes);
        put(probe, "failureThreshold", failures);
    }

    /** A probe has one way only. */
    private static ObjectNode way(ObjectNode probe, String way) {
        probe.remove(List.of("exec", "httpGet", "tcpSocket", "grpc"));
        return probe.putObject(way);
    }

    private void get(ObjectNode action) {
        URI parsed = parsed();
        String authority = parsed.getRawAuthority() == null ? "" : parsed.getRawAuthority();
        int colon = authority.lastIndexOf(':');
        if (colon < 0 || colon == authority.length() - 1) {
            throw new CommandFailure("port must be specified as part of a url, as in http://:8080/healthz");
        }
        String host = authority.substring(0, colon);
        String path = parsed.getRawPath().isEmpty() ? "/" : parsed.getRawPath();
        action.put("path", parsed.getRawQuery() == null ? path : path + "?" + parsed.getRawQuery());
        put(action, authority.substring(colon + 1));
        if (!host.isEmpty() && !host.equals("localhost")) {
            action.put("host", host);
        }
        if (parsed.getScheme() != null) {
            action.put("scheme", parsed.getScheme().toUpperCase(Locale.ROOT));
        }
    }

    private URI parsed() {
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new CommandFailure("--get-url could not be parsed as a valid URL: " + e.getMessage(), e);
        }
    }

    /** Ports are numbers, or names of ports of the container. */
    private static void put(ObjectNode owner, String port) {
        if (port.matches("[0-9]{1,5}")) {
            owner.put("port", Integer.parseInt(port));
        } else {
            owner.put("port", port);
        }
    }

    private static void put(ObjectNode probe, String field, Integer number) {
        if (number != null) {
            probe.put(field, number);
        }
    }
}
