package dev.s2ioc.command;

import dev.s2ioc.client.Projects;
import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks for a new project and makes it the current one. */
@Command(
        name = "new-project",
        description = "Request a new project.",
        footer = {
            "",
            "Examples:",
            "  # Make a project and work in it from now on",
            "  s2ioc new-project demo",
            "",
            "  # Make a project with a name for people, and stay where you are",
            "  s2ioc new-project web-team-dev --display-name=\"Web Team Development\" --skip-config-write"
        })
public final class NewProjectCommand implements Action {

    @Parameters(
            arity = "0..*",
            paramLabel = "NAME",
            description = "The project's name: lower-case letters, digits and dashes.")
    List<String> names = List.of();

    @Option(names = "--display-name", paramLabel = "TEXT", description = "The project's name for people.")
    String displayName = "";

    @Option(names = "--description", paramLabel = "TEXT", description = "What the project is for.")
    String description = "";

    @Option(names = "--skip-config-write", description = "Stay in the current project: the kubeconfig is not changed.")
    boolean skipConfigWrite;

    private final CommandContext context;

    public NewProjectCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        if (names.size() != 1) {
            throw new CommandFailure(
                    "must have exactly one argument\nSee 's2ioc new-project -h' for help and examples");
        }
        String name = names.getFirst();
        Projects projects = new Projects(context.session());
        projects.checkMayRequest();
        projects.request(name, displayName, description);
        PrintStream out = context.streams().out();
        if (skipConfigWrite) {
            out.print("""
                    Project "%s" created on server "%s".

                    To switch to this project and start adding applications, use:

                        s2ioc project %s
                    """.formatted(name, context.session().server(), name));
            return;
        }
        out.println(new CurrentProject(context).switchTo(name));
        out.print("""

                You can add applications to this project with the 'new-app' command. For example, try:

                    s2ioc new-app rails-postgresql-example

                to build a new example application in Ruby. Or use kubectl to deploy a simple Kubernetes application:

                    kubectl create deployment hello-node --image=registry.k8s.io/e2e-test-images/agnhost:2.43 -- /agnhost serve-hostname

                """);
    }
}
