package dev.s2ioc.print.gotemplate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a template into its parts, and the templates defined in it by name. */
final class TemplateParser {
    private final List<Piece> pieces;
    private final Map<String, List<Node>> defined = new HashMap<>();
    private int at;
    private int ranges;

    TemplateParser(String template) {
        pieces = Piece.of(template);
    }

    /** Reads all of it. */
    List<Node> parse() {
        List<Node> nodes = nodes();
        if (at < pieces.size()) {
            throw new TemplateException("unexpected {{" + keyword(pieces.get(at)) + "}}");
        }
        return nodes;
    }

    Map<String, List<Node>> defined() {
        return defined;
    }

    /** Reads up to the {@code else} or {@code end} that is not its own, which is left to be read. */
    private List<Node> nodes() {
        List<Node> nodes = new ArrayList<>();
        while (at < pieces.size()) {
            Piece piece = pieces.get(at);
            if (piece.isText()) {
                nodes.add(new Node.Text(piece.text()));
                at++;
                continue;
            }
            String keyword = keyword(piece);
            if (keyword.equals("end") || keyword.equals("else")) {
                return nodes;
            }
            at++;
            action(keyword, piece.tokens(), nodes);
        }
        return nodes;
    }

    private static String keyword(Piece piece) {
        Token first = piece.tokens().getFirst();
        return first.kind() == Token.Kind.WORD ? first.text() : "";
    }

    private void action(String keyword, List<Token> tokens, List<Node> nodes) {
        switch (keyword) {
            case "if", "with", "range" -> nodes.add(branch(keyword, tokens));
            case "define" -> {
                defined.put(name(tokens), nodes());
                end();
            }
            case "block" -> {
                Node call = call(tokens);
                defined.putIfAbsent(name(tokens), nodes());
                end();
                nodes.add(call);
            }
            case "template" -> nodes.add(call(tokens));
            case "break" -> nodes.add(inRange(new Node.Break(), keyword));
            case "continue" -> nodes.add(inRange(new Node.Continue(), keyword));
            default -> nodes.add(new Node.Action(PipelineParser.parse(tokens)));
        }
    }

    private Node inRange(Node node, String keyword) {
        if (ranges == 0) {
            throw new TemplateException("{{" + keyword + "}} outside {{range}}");
        }
        return node;
    }

    private Node branch(String keyword, List<Token> tokens) {
        Pipeline pipeline = pipeline(keyword, tokens);
        ranges += keyword.equals("range") ? 1 : 0;
        List<Node> body = nodes();
        ranges -= keyword.equals("range") ? 1 : 0;
        List<Node> otherwise = otherwise(keyword);
        return switch (keyword) {
            case "if" -> new Node.If(pipeline, body, otherwise);
            case "with" -> new Node.With(pipeline, body, otherwise);
            default -> new Node.Range(pipeline, body, otherwise);
        };
    }

    private static Pipeline pipeline(String keyword, List<Token> tokens) {
        if (tokens.size() < 2) {
            throw new TemplateException("missing value for " + keyword);
        }
        return PipelineParser.parse(tokens.subList(1, tokens.size()));
    }

    /** The {@code else} part up to and with the {@code end}; {@code else if} shares the end of its if. */
    private List<Node> otherwise(String keyword) {
        if (at == pieces.size()) {
            throw new TemplateException("unexpected EOF: {{" + keyword + "}} has no {{end}}");
        }
        List<Token> tokens = pieces.get(at).tokens();
        if (keyword(pieces.get(at)).equals("end")) {
            end();
            return List.of();
        }
        at++;
        if (tokens.size() > 1) {
            String chained = tokens.get(1).text();
            if (!chained.equals(keyword) || keyword.equals("range")) {
                throw new TemplateException("unexpected \"" + chained + "\" in else");
            }
            return List.of(branch(keyword, tokens.subList(1, tokens.size())));
        }
        List<Node> body = nodes();
        end();
        return body;
    }

    private void end() {
        if (at == pieces.size() || !keyword(pieces.get(at)).equals("end")) {
            throw new TemplateException(
                    at == pieces.size() ? "unexpected EOF: an {{end}} is missing" : "unexpected {{else}}");
        }
        at++;
    }

    private static Node call(List<Token> tokens) {
        return new Node.Call(
                name(tokens),
                tokens.size() > 2
                        ? Optional.of(PipelineParser.parse(tokens.subList(2, tokens.size())))
                        : Optional.empty());
    }

    private static String name(List<Token> tokens) {
        if (tokens.size() < 2 || tokens.get(1).kind() != Token.Kind.STRING) {
            throw new TemplateException("{{" + tokens.getFirst().text() + "}} needs a quoted name");
        }
        return tokens.get(1).text();
    }
}
