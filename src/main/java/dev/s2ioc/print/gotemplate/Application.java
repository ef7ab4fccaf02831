package dev.s2ioc.print.gotemplate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One application of a template: walks its parts and writes. */
final class Application {
    private static final int DEEPEST_CALL = 1000;

    /** What the walk does after a part. */
    private enum Flow {
        ON,
        BREAK,
        CONTINUE
    }

    private final Map<String, List<Node>> defined;
    private final boolean allowMissingKeys;
    private final StringBuilder out = new StringBuilder();
    private Evaluation evaluation;
    private Scope scope;
    private int depth;

    Application(Map<String, List<Node>> defined, boolean allowMissingKeys) {
        this.defined = defined;
        this.allowMissingKeys = allowMissingKeys;
    }

    String apply(List<Node> nodes, JsonNode object) {
        scope = new Scope(object);
        evaluation = new Evaluation(scope, allowMissingKeys);
        walk(nodes, object);
        return out.toString();
    }

    private Flow walk(List<Node> nodes, JsonNode dot) {
        scope.enter();
        try {
            for (Node node : nodes) {
                Flow flow = walk(node, dot);
                if (flow != Flow.ON) {
                    return flow;
                }
            }
            return Flow.ON;
        } finally {
            scope.leave();
        }
    }

    private Flow walk(Node node, JsonNode dot) {
        return switch (node) {
            case Node.Text(String text) -> write(text);
            case Node.Action(Pipeline pipeline) -> {
                JsonNode value = evaluation.value(pipeline, dot);
                yield pipeline.variables().isEmpty() ? write(Values.text(value)) : Flow.ON;
            }
            case Node.If choice -> choose(choice.pipeline(), choice.body(), choice.otherwise(), dot, false);
            case Node.With choice -> choose(choice.pipeline(), choice.body(), choice.otherwise(), dot, true);
            case Node.Range range -> range(range, dot);
            case Node.Call call -> call(call, dot);
            case Node.Break() -> Flow.BREAK;
            case Node.Continue() -> Flow.CONTINUE;
        };
    }

    private Flow write(String text) {
        out.append(text);
        return Flow.ON;
    }

    private Flow choose(Pipeline pipeline, List<Node> body, List<Node> otherwise, JsonNode dot, boolean moves) {
        scope.enter();
        try {
            JsonNode value = evaluation.value(pipeline, dot);
            return Values.isTrue(value) ? walk(body, moves ? value : dot) : walk(otherwise, dot);
        } finally {
            scope.leave();
        }
    }

    private Flow range(Node.Range range, JsonNode dot) {
        scope.enter();
        try {
            JsonNode over = evaluation.value(
                    new Pipeline(List.of(), false, range.pipeline().commands()), dot);
            Map<JsonNode, JsonNode> elements = elements(over);
            if (elements.isEmpty()) {
                return walk(range.otherwise(), dot);
            }
            for (Map.Entry<JsonNode, JsonNode> element : elements.entrySet()) {
                store(range.pipeline(), element.getKey(), element.getValue());
                if (walk(range.body(), element.getValue()) == Flow.BREAK) {
                    break;
                }
            }
            return Flow.ON;
        } finally {
            scope.leave();
        }
    }

    /** What a range goes over, in order: index and item, key and value, or the numbers below a number. */
    private static Map<JsonNode, JsonNode> elements(JsonNode over) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        Map<JsonNode, JsonNode> elements = new LinkedHashMap<>();
        if (over.isArray()) {
            for (int i = 0; i < over.size(); i++) {
                elements.put(nodes.numberNode(i), over.get(i));
            }
        } else if (over.isObject()) {
            TreeMap<String, JsonNode> sorted = new TreeMap<>();
            over.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
            sorted.forEach((key, value) -> elements.put(nodes.textNode(key), value));
        } else if (over.isIntegralNumber()) {
            for (int i = 0; i < over.asInt(); i++) {
                elements.put(nodes.numberNode(i), nodes.numberNode(i));
            }
        } else if (!Values.isNothing(over)) {
            throw new TemplateException("range can't iterate over " + Values.text(over));
        }
        return elements;
    }

    private void store(Pipeline pipeline, JsonNode key, JsonNode value) {
        List<String> names = pipeline.variables();
        if (names.isEmpty()) {
            return;
        }
        evaluation.store(pipeline.declares(), names.getLast(), value);
        if (names.size() > 1) {
            evaluation.store(pipeline.declares(), names.getFirst(), key);
        }
    }

    private Flow call(Node.Call call, JsonNode dot) {
        List<Node> body = defined.get(call.name());
        if (body == null) {
            throw new TemplateException("template \"" + call.name() + "\" not defined");
        }
        if (depth == DEEPEST_CALL) {
            throw new TemplateException("template \"" + call.name() + "\" calls itself without end");
        }
        JsonNode argument =
                call.pipeline().map(pipeline -> evaluation.value(pipeline, dot)).orElse(MissingNode.getInstance());
        Scope callers = scope;
        Evaluation callersEvaluation = evaluation;
        scope = new Scope(argument);
        evaluation = new Evaluation(scope, allowMissingKeys);
        depth++;
        try {
            walk(body, argument);
        } finally {
            depth--;
            scope = callers;
            evaluation = callersEvaluation;
        }
        return Flow.ON;
    }
}
