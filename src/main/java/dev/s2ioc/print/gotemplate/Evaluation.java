package dev.s2ioc.print.gotemplate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the values of pipelines. */
final class Evaluation {
    private final Scope scope;
    private final boolean allowMissingKeys;

    Evaluation(Scope scope, boolean allowMissingKeys) {
        this.scope = scope;
        this.allowMissingKeys = allowMissingKeys;
    }

    /** The pipeline's value, which is also stored in its variables. */
    JsonNode value(Pipeline pipeline, JsonNode dot) {
        Optional<JsonNode> value = Optional.empty();
        for (List<Operand> command : pipeline.commands()) {
            value = Optional.of(command(command, value, dot));
        }
        JsonNode last = value.orElseThrow();
        pipeline.variables().forEach(name -> store(pipeline.declares(), name, last));
        return last;
    }

    void store(boolean declares, String name, JsonNode value) {
        if (declares) {
            scope.declare(name, value);
        } else {
            scope.change(name, value);
        }
    }

    private JsonNode command(List<Operand> operands, Optional<JsonNode> piped, JsonNode dot) {
        if (operands.getFirst() instanceof Operand.Function(String name)) {
            return call(name, operands.subList(1, operands.size()), piped, dot);
        }
        if (operands.size() > 1 || piped.isPresent()) {
            throw new TemplateException("can't give argument to a value that is not a function");
        }
        return operand(operands.getFirst(), dot);
    }

    private JsonNode operand(Operand operand, JsonNode dot) {
        return switch (operand) {
            case Operand.Constant(JsonNode value) -> value;
            case Operand.Dot() -> dot;
            case Operand.Variable(String name) -> scope.get(name);
            case Operand.Function(String name) -> call(name, List.of(), Optional.empty(), dot);
            case Operand.Group(Pipeline pipeline) -> value(pipeline, dot);
            case Operand.Chain(Operand base, List<String> fields) -> {
                JsonNode value = operand(base, dot);
                for (String field : fields) {
                    value = Values.field(value, field, allowMissingKeys);
                }
                yield value;
            }
        };
    }

    private JsonNode call(String name, List<Operand> operands, Optional<JsonNode> piped, JsonNode dot) {
        if (name.equals("and") || name.equals("or")) {
            return firstDecisive(name.equals("or"), operands, piped, dot);
        }
        List<JsonNode> arguments = new ArrayList<>();
        operands.forEach(operand -> arguments.add(operand(operand, dot)));
        piped.ifPresent(arguments::add);
        return Functions.call(name, arguments);
    }

    /** {@code and} and {@code or}: the first argument that decides, or the last; what follows it is not looked at. */
    private JsonNode firstDecisive(boolean decisive, List<Operand> operands, Optional<JsonNode> piped, JsonNode dot) {
        JsonNode value = null;
        for (Operand operand : operands) {
            value = operand(operand, dot);
            if (Values.isTrue(value) == decisive) {
                return value;
            }
        }
        if (value == null && piped.isEmpty()) {
            throw new TemplateException(
                    "wrong number of args for " + (decisive ? "or" : "and") + ": want at least 1 got 0");
        }
        return piped.orElse(value);
    }
}
