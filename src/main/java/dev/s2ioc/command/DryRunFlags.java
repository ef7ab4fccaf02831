package dev.s2ioc.command;

import dev.s2ioc.client.Request;
import picocli.CommandLine.Option;

/** {@code --dry-run}: do nothing at all, or let the server do everything but keep the result. */
public final class DryRunFlags {

    @Option(
            names = "--dry-run",
            paramLabel = "none|server|client",
            arity = "0..1",
            preprocessor = AttachedValue.class,
            fallbackValue = "unchanged",
            description = "client sends nothing that changes anything; server checks the request and keeps no result.")
    String dryRun = "none";

    /** @throws CommandFailure if the value is none that is known */
    public void check(CommandContext context) {
        if (dryRun.equals("unchanged")) {
            context.streams().err().println("--dry-run is deprecated and can be replaced with --dry-run=client.");
            dryRun = "client";
        }
        if (!dryRun.matches("none|server|client")) {
            throw new CommandFailure(
                    "Invalid dry-run value (" + dryRun + "). Must be \"none\", \"server\", or \"client\".");
        }
        if (isClient()) {
            context.needNoServer();
        }
    }

    /** Nothing may be sent that changes anything. */
    public boolean isClient() {
        return dryRun.equals("client");
    }

    public boolean isSet() {
        return !dryRun.equals("none");
    }

    /** What is added to a request that changes something. */
    public Request.Parameter[] parameters() {
        return dryRun.equals("server")
                ? new Request.Parameter[] {new Request.Parameter("dryRun", "All")}
                : new Request.Parameter[0];
    }

    /** What follows the verb: {@code  (dry run)} or the like. */
    public String suffix() {
        return switch (dryRun) {
            case "client" -> " (dry run)";
            case "server" -> " (server dry run)";
            default -> "";
        };
    }
}
