package dev.s2ioc;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Keeps the import arrows: which room may see which. A class of ours that is not in a listed room fails too. */
class PackageDependencyTest {
    private static final String ROOT = "dev.s2ioc";

    private static final Map<String, Set<String>> MAY_SEE = Map.ofEntries(
            Map.entry(
                    "",
                    Set.of(
                            "command",
                            "flags",
                            "console",
                            "client",
                            "kubeconfig",
                            "source",
                            "newapp",
                            "print",
                            "describe")),
            Map.entry(
                    "command",
                    Set.of(
                            "client",
                            "kubeconfig",
                            "source",
                            "newapp",
                            "print",
                            "describe",
                            "status",
                            "s2i",
                            "template",
                            "imageregistry",
                            "flags",
                            "console",
                            "cluster")),
            Map.entry("newapp", Set.of("client", "source", "s2i")),
            Map.entry("describe", Set.of("client", "print")),
            Map.entry("status", Set.of("client", "print")),
            Map.entry("client", Set.of("kubeconfig", "source", "wire")),
            Map.entry("flags", Set.of()),
            Map.entry("wire", Set.of()),
            Map.entry("source", Set.of()),
            Map.entry("kubeconfig", Set.of()),
            Map.entry("console", Set.of()),
            Map.entry("imageregistry", Set.of("client", "kubeconfig")),
            Map.entry("s2i", Set.of()),
            Map.entry("template", Set.of()),
            Map.entry("print", Set.of()),
            Map.entry("cluster", Set.of("s2i", "template")));

    private static final Map<String, Set<String>> WITHIN_CLUSTER = Map.ofEntries(
            Map.entry(
                    "",
                    Set.of(
                            "api",
                            "build",
                            "controller",
                            "image",
                            "network",
                            "pod",
                            "storage",
                            "workload",
                            "registry",
                            "engine",
                            "kind",
                            "store")),
            Map.entry("api", Set.of("build", "image", "workload", "registry", "websocket", "kind", "store")),
            Map.entry("build", Set.of("engine", "image", "kind", "log", "store")),
            Map.entry("log", Set.of()),
            Map.entry("image", Set.of("kind", "store")),
            Map.entry("workload", Set.of("build", "engine", "pod", "log", "image", "kind", "store")),
            Map.entry("controller", Set.of("image", "kind", "log", "storage", "store")),
            Map.entry("pod", Set.of("engine", "image", "kind", "log", "storage", "store")),
            Map.entry("storage", Set.of("engine", "kind", "store")),
            Map.entry("network", Set.of("pod", "engine", "websocket", "kind", "store")),
            Map.entry("websocket", Set.of("kind")),
            Map.entry("registry", Set.of("kind", "store")),
            Map.entry("engine", Set.of()),
            Map.entry("kind", Set.of("store")),
            Map.entry("store", Set.of()));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void no_package_is_in_a_cycle() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
        slices().matching(ROOT + ".cluster.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void rooms_see_only_the_rooms_below_them() {
        assertEquals(Set.of(), forbidden(ROOT, MAY_SEE));
    }

    @Test
    void the_cluster_sees_its_own_rooms_in_order() {
        assertEquals(Set.of(), forbidden(ROOT + ".cluster", WITHIN_CLUSTER));
    }

    @Test
    void only_the_cluster_commands_see_the_cluster() {
        Set<String> found = new TreeSet<>();
        for (JavaClass from : CLASSES) {
            boolean outside = !from.getPackageName().startsWith(ROOT + ".cluster")
                    && !from.getPackageName().startsWith(ROOT + ".command.cluster");
            from.getDirectDependenciesFromSelf().stream()
                    .filter(use -> use.getTargetClass().getPackageName().startsWith(ROOT + ".cluster"))
                    .filter(use -> outside)
                    .forEach(use -> found.add(
                            from.getName() + " -> " + use.getTargetClass().getName()));
        }
        assertEquals(Set.of(), found);
    }

    private static Set<String> forbidden(String root, Map<String, Set<String>> maySee) {
        Set<String> found = new TreeSet<>();
        for (JavaClass from : CLASSES) {
            if (!isWithin(root, from)) {
                continue;
            }
            String room = room(root, from);
            if (!maySee.containsKey(room)) {
                found.add(from.getName() + " is in no listed room");
                continue;
            }
            from.getDirectDependenciesFromSelf().stream()
                    .map(use -> use.getTargetClass().getBaseComponentType())
                    .filter(to -> isWithin(root, to))
                    .filter(to ->
                            !room(root, to).equals(room) && !maySee.get(room).contains(room(root, to)))
                    .forEach(to -> found.add(from.getName() + " -> " + to.getName()));
        }
        return found;
    }

    private static boolean isWithin(String root, JavaClass c) {
        return c.getPackageName().equals(root) || c.getPackageName().startsWith(root + ".");
    }

    private static String room(String root, JavaClass c) {
        String rest = c.getPackageName().substring(root.length());
        return rest.isEmpty() ? "" : rest.substring(1).split("\\.")[0];
    }
}
