package dev.s2ioc.command;

import dev.s2ioc.client.Projects;
import dev.s2ioc.client.Projects.Project;
import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the projects that the user may see. */
@Command(
        name = "projects",
        description = "Display existing projects.",
        footer = {
            "",
            "Examples:",
            "  # List your projects, the current one marked",
            "  s2ioc projects",
            "",
            "  # Only the names, for scripts",
            "  s2ioc projects -q"
        })
public final class ProjectsCommand implements Action {

    @Option(
            names = {"-q", "--short"},
            description = "Print only the projects' names.")
    boolean shortly;

    private final CommandContext context;

    public ProjectsCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        List<Project> projects = new Projects(context.session()).list();
        PrintStream out = context.streams().out();
        if (shortly) {
            projects.forEach(project -> out.println(project.name()));
            return;
        }
        CurrentProject current = new CurrentProject(context);
        switch (projects.size()) {
            case 0 ->
                out.println("You are not a member of any projects. You can request a project to be created with the"
                        + " 'new-project' command.");
            case 1 ->
                out.println("You have one project on this server: "
                        + projects.getFirst().label() + ".");
            default -> list(projects, current.name());
        }
        if (projects.isEmpty()) {
            return;
        }
        if (projects.stream().noneMatch(project -> project.name().equals(current.name()))) {
            throw new CommandFailure("the current project \"" + current.name()
                    + "\" is not among them; switch to one with 's2ioc project <projectname>'");
        }
        out.println();
        out.println(current.sentence());
    }

    private void list(List<Project> projects, String current) {
        PrintStream out = context.streams().out();
        out.println("You have access to the following projects and can switch between them with"
                + " 's2ioc project <projectname>':");
        out.println();
        for (Project project : projects) {
            String shown = project.displayName().isEmpty() ? "" : " - " + project.displayName();
            out.println((project.name().equals(current) ? "  * " : "    ") + project.name() + shown);
        }
    }
}
