package dev.s2ioc.kubeconfig;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A program that tells a user's credentials.
 *
 * @param apiVersion of the ExecCredential that it speaks
 * @param environment what it finds in its environment beside ours
 * @param interactiveMode whether it gets the terminal: Never, IfAvailable or Always
 * @param provideClusterInfo whether it is told of the cluster that it is asked for
 */
public record UserProgram(
        String command,
        String apiVersion,
        List<String> arguments,
        Map<String, String> environment,
        String interactiveMode,
        boolean provideClusterInfo) {

    void writeTo(MappingNode user) {
        MappingNode exec = YamlTree.mapping();
        YamlTree.set(exec, "apiVersion", YamlTree.scalar(apiVersion));
        YamlTree.set(exec, "command", YamlTree.scalar(command));
        YamlTree.set(exec, "interactiveMode", YamlTree.scalar(interactiveMode));
        YamlTree.set(exec, "provideClusterInfo", YamlTree.scalar(provideClusterInfo));
        list(exec, "args", arguments.stream().<Node>map(YamlTree::scalar).toList());
        list(
                exec,
                "env",
                environment.entrySet().stream().map(UserProgram::variable).toList());
        YamlTree.set(user, "exec", exec);
    }

    private static void list(MappingNode exec, String key, List<Node> items) {
        if (!items.isEmpty()) {
            YamlTree.set(exec, key, new SequenceNode(Tag.SEQ, new ArrayList<>(items), FlowStyle.BLOCK));
        }
    }

    private static Node variable(Map.Entry<String, String> entry) {
        MappingNode variable = YamlTree.mapping();
        YamlTree.set(variable, "name", YamlTree.scalar(entry.getKey()));
        YamlTree.set(variable, "value", YamlTree.scalar(entry.getValue()));
        return variable;
    }
}
