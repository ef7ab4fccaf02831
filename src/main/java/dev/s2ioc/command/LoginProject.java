package dev.s2ioc.command;

import dev.s2ioc.client.ApiException;
import dev.s2ioc.client.Projects;
import dev.s2ioc.client.Projects.Project;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Chooses the project to work in after a login, and tells the user what there is to choose from. */
final class LoginProject {
    /** A list that is longer would push everything else off the screen. */
    private static final int LONGEST_LIST = 50;

    private final Projects projects;
    private final PrintStream out;

    LoginProject(Projects projects, PrintStream out) {
        this.projects = projects;
        this.out = out;
    }

    /**
     * The project; empty if the user has none.
     *
     * @param preferred the one that the user was in before
     */
    Optional<String> choose(Optional<String> preferred) {
        List<Project> all;
        try {
            all = new ArrayList<>(projects.list());
        } catch (ApiException e) {
            if (!e.isNotFound() && !e.isForbidden()) {
                throw e;
            }
            out.print(
                    "Using \"default\" namespace.  You can switch namespaces with:\n\n s2ioc project <projectname>\n");
            return Optional.of("default");
        }
        // Whoever may not list a project may still be allowed into it.
        preferred
                .filter(name -> all.stream().noneMatch(project -> project.name().equals(name)))
                .flatMap(projects::find)
                .ifPresent(all::add);
        return switch (all.size()) {
            case 0 -> none();
            case 1 -> one(all.getFirst().name());
            default -> several(all.stream().map(Project::name).sorted().toList(), preferred);
        };
    }

    private Optional<String> none() {
        boolean mayRequest = mayRequest();
        out.print("You don't have any projects. "
                + (mayRequest
                        ? "You can try to create a new project, by running\n\n    s2ioc new-project <projectname>\n\n"
                        : "Contact your system administrator to request a project.\n"));
        return Optional.empty();
    }

    private boolean mayRequest() {
        try {
            projects.checkMayRequest();
            return true;
        } catch (ApiException e) {
            return false;
        }
    }

    private Optional<String> one(String name) {
        out.printf("You have one project on this server: \"%s\"%n%n", name);
        return using(name);
    }

    private Optional<String> several(List<String> names, Optional<String> preferred) {
        String chosen = preferred
                .filter(names::contains)
                .orElseGet(() -> names.contains("default") ? "default" : names.getFirst());
        if (names.size() > LONGEST_LIST) {
            out.printf(
                    "You have access to %d projects, the list has been suppressed."
                            + " You can list all projects with 's2ioc projects'%n%n",
                    names.size());
        } else {
            out.print("You have access to the following projects and can switch between them with"
                    + " 's2ioc project <projectname>':\n\n");
            names.forEach(name -> out.println((name.equals(chosen) ? "  * " : "    ") + name));
            out.println();
        }
        return using(chosen);
    }

    private Optional<String> using(String name) {
        out.printf("Using project \"%s\".%n", name);
        return Optional.of(name);
    }
}
