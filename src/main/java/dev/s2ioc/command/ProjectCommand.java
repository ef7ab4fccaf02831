package dev.s2ioc.command;

import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Projects;
import dev.s2ioc.client.Projects.Project;
import dev.s2ioc.kubeconfig.Context;
import dev.s2ioc.kubeconfig.Kubeconfig;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells the current project, or switches to another. */
@Command(
        name = "project",
        description = "Switch to another project, or show the current one.",
        footer = {
            "",
            "Examples:",
            "  # Show the current project",
            "  s2ioc project",
            "",
            "  # Work in the project demo from now on",
            "  s2ioc project demo"
        })
public final class ProjectCommand implements Action {

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "The project, or the context, to switch to.")
    String name;

    @Option(
            names = {"-q", "--short"},
            description = "Print only the project's name.")
    boolean shortly;

    private final CommandContext context;

    public ProjectCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        CurrentProject current = new CurrentProject(context);
        String answer = name == null ? show(current) : switchTo(current);
        context.streams().out().println(answer);
    }

    private String show(CurrentProject current) {
        if (shortly) {
            return current.name();
        }
        try {
            new Projects(context.session()).get(current.name());
        } catch (ApiException e) {
            if (e.isForbidden()) {
                throw new CommandFailure("you do not have rights to view project \"" + current.name()
                        + "\" specified in your config or the project doesn't exist");
            }
            if (e.isNotFound()) {
                throw new CommandFailure(
                        "the project \"" + current.name() + "\" specified in your config does not exist");
            }
            throw e;
        }
        return current.sentence();
    }

    private String switchTo(CurrentProject current) {
        Projects projects = new Projects(context.session());
        Optional<Context> named = context.kubeconfig().context(name);
        if (named.isPresent() && projects.find(name).isEmpty()) {
            return shortened(current.switchTo(named.get()));
        }
        try {
            projects.get(name);
        } catch (ApiException e) {
            if (e.isNotFound() || e.isForbidden()) {
                throw new CommandFailure(complaint(e) + alternatives(projects));
            }
            throw e;
        }
        return shortened(current.switchTo(name));
    }

    private String shortened(String sentence) {
        return shortly ? name : sentence;
    }

    private String complaint(ApiException refusal) {
        return refusal.isForbidden()
                ? "You are not a member of project \"" + name + "\"."
                : "A project named \"" + name + "\" does not exist on \""
                        + context.session().server() + "\".";
    }

    private String alternatives(Projects projects) {
        List<Project> all = projects.list();
        String list = switch (all.size()) {
            case 0 ->
                "\nYou are not a member of any projects. You can request a project to be created with the"
                        + " 'new-project' command.";
            case 1 -> "\nYou have one project on this server: " + all.getFirst().label();
            default -> {
                StringBuilder lines = new StringBuilder("\nYour projects are:");
                all.forEach(project -> lines.append("\n* ").append(project.label()));
                yield lines.toString();
            }
        };
        return list + (hasSeveralServers() ? "\nTo see projects on another server, pass '--server=<server>'." : "");
    }

    private boolean hasSeveralServers() {
        Kubeconfig kubeconfig = context.kubeconfig();
        return kubeconfig.clusterNames().stream()
                        .map(kubeconfig::server)
                        .distinct()
                        .count()
                > 1;
    }
}
