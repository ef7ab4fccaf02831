package dev.s2ioc.newapp;

import dev.s2ioc.client.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns what the user wants run into the objects to create. Asks the server, changes nothing. */
public final class AppPlanner {
    private final Session session;

    public AppPlanner(Session session) {
        this.session = session;
    }

    public CreationPlan plan(AppRequest request) throws IOException, InterruptedException {
        AppRequestCheck.check(request);
        List<AppUnit> units = new AppUnits(session, request).all();
        requireUse(request, units);
        Assembly assembly = new Assembly(session, request);
        groups(units).forEach(assembly::addGroup);
        for (AppUnit unit : units) {
            if (unit instanceof AppUnit.Templated templated) {
                assembly.addTemplate(templated.template());
            }
        }
        CreationPlan plan = assembly.plan();
        if (!request.dry()) {
            requireTypes(plan.objects());
        }
        return plan;
    }

    /** What is given for templates or containers is refused where there is none, not ignored as by oc. */
    private static void requireUse(AppRequest request, List<AppUnit> units) {
        boolean templates = units.stream().anyMatch(AppUnit.Templated.class::isInstance);
        boolean images = units.stream().anyMatch(AppUnit.Runnable.class::isInstance);
        if (!templates && !request.parameters().values().isEmpty()) {
            throw new NewAppException("--param is for the parameters of a template, and no template is given");
        }
        if (!images && !request.running().environment().isEmpty()) {
            throw new NewAppException("--env is for the containers of images, and only templates are given;"
                    + " use --param to set a parameter of a template");
        }
    }

    private static List<List<AppUnit.Runnable>> groups(List<AppUnit> units) {
        Map<Integer, List<AppUnit.Runnable>> groups = new LinkedHashMap<>();
        for (AppUnit unit : units) {
            if (unit instanceof AppUnit.Runnable runnable) {
                groups.computeIfAbsent(runnable.group(), group -> new ArrayList<>())
                        .add(runnable);
            }
        }
        return List.copyOf(groups.values());
    }

    /** A server without deployments, as a cluster for builds only, is told of before anything is made there. */
    private void requireTypes(List<PlannedObject> objects) {
        for (PlannedObject object : objects) {
            boolean served = session.discovery().all().stream()
                    .anyMatch(type -> type.qualified().equals(object.type().qualified()));
            if (!served) {
                throw new NewAppException("the server doesn't have a resource type \""
                        + object.type().qualified() + "\", so that nothing can run there; nothing was created\n"
                        + "The objects for a server that has it are printed with -o yaml.");
            }
        }
    }
}
