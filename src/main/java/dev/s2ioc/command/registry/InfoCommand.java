package dev.s2ioc.command.registry;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.RegistryAccessFlags;
import dev.s2ioc.imageregistry.Registries;
import dev.s2ioc.imageregistry.RegistryException;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the address of the cluster's registry. */
@Command(
        name = "info",
        description = "Print the address of the cluster's image registry.",
        footer = {
            "",
            "Examples:",
            "  # Print the address of the registry",
            "  s2ioc registry info",
            "",
            "  # Fail unless it can be reached from here",
            "  s2ioc registry info --check"
        })
public final class InfoCommand implements Action {

    @Option(names = "--check", description = "Try to reach it.")
    boolean check;

    @Option(names = "--internal", description = "The address within the cluster.")
    boolean internal;

    @Option(names = "--public", description = "The address for the world.")
    boolean published;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print nothing; the exit code tells whether it can be reached.")
    boolean quiet;

    @Mixin
    RegistryAccessFlags access = new RegistryAccessFlags();

    private final CommandContext context;

    InfoCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        if (internal && published) {
            throw new CommandFailure("only one of --internal and --public may be specified at a time");
        }
        RegistryAddress address = RegistryAddress.find(context.session())
                .orElseThrow(() -> new CommandFailure("no image streams could be located to retrieve registry info,"
                        + " please specify a namespace with image streams"));
        String host = chosen(address)
                .orElseThrow(() -> new CommandFailure(
                        published
                                ? "registry does not have a public hostname"
                                : "registry does not have an internal hostname"));
        if (check || quiet) {
            try (Registries registries = access.open(context)) {
                registries.reach(host);
            } catch (RegistryException e) {
                throw new CommandFailure("registry could not be contacted at " + host + ": " + e.getMessage(), e);
            }
        }
        if (!quiet) {
            context.streams().out().println(host);
        }
    }

    private Optional<String> chosen(RegistryAddress address) {
        if (published) {
            return address.published();
        }
        return internal || address.published().isEmpty() ? address.internal() : address.published();
    }
}
