package dev.s2ioc.print;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.print.gotemplate.GoTemplate;
import dev.s2ioc.print.gotemplate.TemplateException;
import java.io.PrintStream;

/** {@code -o go-template}: what a template of Go's makes of an object, with no newline of its own. */
final class GoTemplatePrinter implements Printer {
    private final String text;
    private final GoTemplate template;
    private final boolean allowMissingKeys;

    GoTemplatePrinter(String text, boolean allowMissingKeys) {
        this.text = text;
        this.allowMissingKeys = allowMissingKeys;
        try {
            this.template = GoTemplate.parse(text);
        } catch (TemplateException e) {
            throw new PrintException("error parsing template " + text + ", " + e.getMessage(), e);
        }
    }

    @Override
    public void print(JsonNode object, PrintStream out) {
        try {
            out.print(template.apply(object, allowMissingKeys));
        } catch (TemplateException e) {
            throw new PrintException("error executing template " + JsonPrinter.quoted(text) + ": " + e.getMessage(), e);
        }
    }
}
