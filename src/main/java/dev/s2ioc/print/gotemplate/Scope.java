package dev.s2ioc.print.gotemplate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** The variables that a template can see; those of an inner block are gone when it ends. */
final class Scope {
    private final Deque<Map<String, JsonNode>> blocks = new ArrayDeque<>();

    Scope(JsonNode root) {
        enter();
        declare("$", root);
    }

    void enter() {
        blocks.push(new HashMap<>());
    }

    void leave() {
        blocks.pop();
    }

    void declare(String name, JsonNode value) {
        blocks.element().put(name, value);
    }

    void change(String name, JsonNode value) {
        find(name).put(name, value);
    }

    JsonNode get(String name) {
        return find(name).get(name);
    }

    private Map<String, JsonNode> find(String name) {
        return blocks.stream()
                .filter(block -> block.containsKey(name))
                .findFirst()
                .orElseThrow(() -> new TemplateException("undefined variable \"" + name + "\""));
    }
}
