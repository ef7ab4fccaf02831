package dev.s2ioc.cluster.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The command line of an engine that has containers of its own.
 *
 * @param environment to run it in
 * @param prefix program and options that come before each command
 * @param podman whether it takes what only podman knows
 */
record ClientCommand(Subprocess subprocess, Map<String, String> environment, List<String> prefix, boolean podman) {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

    /** Runs to the end; answers what it has said. */
    List<String> call(List<String> arguments) throws EngineException, InterruptedException {
        List<String> said = new ArrayList<>();
        if (subprocess.run(argv(arguments), said::add) != 0) {
            throw new EngineException(
                    new ClientFailure(said).message(prefix.getFirst() + " " + arguments.getFirst() + " failed"));
        }
        return said;
    }

    /** Makes something that has an id, and answers that. */
    String make(List<String> arguments) throws EngineException, InterruptedException {
        List<String> said = call(arguments);
        return said.stream()
                .filter(line -> ID.matcher(line).matches())
                .reduce((first, second) -> second)
                .orElseThrow(() -> new EngineException(
                        prefix.getFirst() + " " + arguments.getFirst() + " printed no id: " + String.join(" ", said)));
    }

    /** With more in its environment. */
    ClientCommand with(Map<String, String> variables) {
        Map<String, String> more = new HashMap<>(environment);
        more.putAll(variables);
        return new ClientCommand(subprocess.in(more), more, prefix, podman);
    }

    List<String> argv(List<String> arguments) {
        List<String> argv = new ArrayList<>(prefix);
        argv.addAll(arguments);
        return argv;
    }
}
