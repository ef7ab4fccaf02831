package dev.s2ioc.cluster.build;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.cluster.engine.Engine;
import dev.s2ioc.cluster.engine.EngineException;
import dev.s2ioc.cluster.store.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What is run in the new image before it is pushed: a test of it. */
final class PostCommit {
    private final String script;
    private final List<String> command;
    private final List<String> args;

    PostCommit(JsonNode spec) {
        this.script = Json.at(spec, "script");
        this.command = texts(spec.path("command"));
        this.args = texts(spec.path("args"));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    boolean isEmpty() {
        return script.isEmpty() && command.isEmpty() && args.isEmpty();
    }

    void run(Engine engine, String image, Consumer<String> log) throws EngineException, InterruptedException {
        List<String> argv = new ArrayList<>();
        if (!script.isEmpty()) {
            // The second sh is $0: the arguments begin at $1.
            argv.addAll(List.of("/bin/sh", "-ic", script, "sh"));
        } else if (!command.isEmpty()) {
            argv.addAll(command);
        } else {
            argv.addAll(engine.inspect(image).entrypoint());
        }
        argv.addAll(args);
        int code = engine.run(image, argv, Map.of(), log);
        if (code != 0) {
            throw new EngineException("it ended with exit status " + code);
        }
    }
}
