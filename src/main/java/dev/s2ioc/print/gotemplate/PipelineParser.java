package dev.s2ioc.print.gotemplate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/** Reads the words of an action as a pipeline. */
final class PipelineParser {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final List<Token> tokens;
    private int at;

    private PipelineParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    static Pipeline parse(List<Token> tokens) {
        PipelineParser parser = new PipelineParser(tokens);
        Pipeline pipeline = parser.pipeline();
        if (parser.at < tokens.size()) {
            throw new TemplateException("unexpected \"" + parser.peek().text() + "\" in action");
        }
        return pipeline;
    }

    private Pipeline pipeline() {
        List<String> variables = variables();
        boolean declares = !variables.isEmpty() && tokens.get(at - 1).is(":=");
        List<List<Operand>> commands = new ArrayList<>();
        do {
            commands.add(command());
        } while (take("|"));
        return new Pipeline(variables, declares, List.copyOf(commands));
    }

    /** {@code $x :=}, {@code $i, $x :=} or {@code $x =} in front; nothing is taken when it is none of them. */
    private List<String> variables() {
        int start = at;
        List<String> names = new ArrayList<>();
        do {
            if (more() && peek().kind() == Token.Kind.VARIABLE) {
                names.add(tokens.get(at++).text());
            }
        } while (take(","));
        if (!names.isEmpty() && (take(":=") || take("="))) {
            return List.copyOf(names);
        }
        at = start;
        return List.of();
    }

    private List<Operand> command() {
        List<Operand> operands = new ArrayList<>();
        while (more() && !peek().is("|") && !peek().is(")")) {
            operands.add(operand());
        }
        if (operands.isEmpty()) {
            throw new TemplateException("missing value for command");
        }
        return List.copyOf(operands);
    }

    private Operand operand() {
        Token token = tokens.get(at++);
        Operand base = switch (token.kind()) {
            case DOT -> new Operand.Dot();
            case FIELD -> new Operand.Chain(new Operand.Dot(), List.of(token.text()));
            case VARIABLE -> new Operand.Variable(token.text());
            case STRING -> new Operand.Constant(NODES.textNode(token.text()));
            case NUMBER -> new Operand.Constant(number(token.text()));
            case WORD -> word(token.text());
            case SIGN -> group(token);
        };
        List<String> fields = new ArrayList<>();
        while (more() && peek().kind() == Token.Kind.FIELD && !peek().spaced()) {
            fields.add(tokens.get(at++).text());
        }
        return fields.isEmpty() ? base : new Operand.Chain(base, List.copyOf(fields));
    }

    private static Operand word(String word) {
        return switch (word) {
            case "true", "false" -> new Operand.Constant(NODES.booleanNode(word.equals("true")));
            case "nil" -> new Operand.Constant(MissingNode.getInstance());
            default -> new Operand.Function(word);
        };
    }

    private Operand group(Token token) {
        if (!token.is("(")) {
            throw new TemplateException("unexpected \"" + token.text() + "\" in operand");
        }
        Pipeline inside = pipeline();
        if (!take(")")) {
            throw new TemplateException("unclosed left paren");
        }
        return new Operand.Group(inside);
    }

    private static JsonNode number(String digits) {
        String plain = digits.replace("_", "");
        try {
            return plain.matches("[-+]?[0-9]*\\.?[0-9]*([eE][-+]?[0-9]+)?") && plain.matches(".*[.eE].*")
                    ? NODES.numberNode(Double.parseDouble(plain))
                    : NODES.numberNode(Long.decode(plain.replaceFirst("^([-+]?)0o", "$10")));
        } catch (NumberFormatException e) {
            throw new TemplateException("bad number syntax: \"" + digits + "\"");
        }
    }

    private boolean more() {
        return at < tokens.size();
    }

    private Token peek() {
        return tokens.get(at);
    }

    private boolean take(String sign) {
        boolean there = more() && peek().is(sign);
        if (there) {
            at++;
        }
        return there;
    }
}
