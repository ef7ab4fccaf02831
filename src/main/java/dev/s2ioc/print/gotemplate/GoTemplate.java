package dev.s2ioc.print.gotemplate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** A template of Go's text/template, ready to be applied to objects. */
public final class GoTemplate {
    private final List<Node> nodes;
    private final Map<String, List<Node>> defined;

    private GoTemplate(List<Node> nodes, Map<String, List<Node>> defined) {
        this.nodes = nodes;
        this.defined = defined;
    }

    /** @throws TemplateException if the template cannot be read */
    public static GoTemplate parse(String template) {
        TemplateParser parser = new TemplateParser(template);
        List<Node> nodes = parser.parse();
        return new GoTemplate(nodes, parser.defined());
    }

    /**
     * Applies the template to an object.
     *
     * @param allowMissingKeys a field that is not there prints {@code <no value>} instead of being an error
     * @throws TemplateException if it does not fit the object
     */
    public String apply(JsonNode object, boolean allowMissingKeys) {
        Application application = new Application(defined, allowMissingKeys);
        return application.apply(nodes, object);
    }
}
