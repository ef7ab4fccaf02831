package dev.s2ioc.processor;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.VariableElement;

/** The source of the class that says in code what the annotations of another say. */
final class SpecSource {
    private final AnnotatedType type;
    private final List<VariableElement> fields;
    private final StringBuilder text = new StringBuilder();

    SpecSource(AnnotatedType type) {
        this.type = type;
        this.fields = type.fields();
    }

    String text() {
        String name = type.element().getQualifiedName().toString();
        line(0, "package " + type.packageName() + ";");
        line(0, "");
        line(0, "/** What the annotations of {@link " + name + "} say. */");
        line(0, "@SuppressWarnings({\"unchecked\", \"rawtypes\"})");
        line(0, "public final class " + type.writtenName() + " extends dev.s2ioc.flags.AnnotatedClass<" + name + "> {");
        describe(name);
        if (fields.stream().anyMatch(SpecSource::isBound)) {
            get(name);
            set(name);
        }
        line(0, "}");
        return text.toString();
    }

    private void describe(String name) {
        line(1, "@Override");
        line(
                1,
                "public void describe(" + name + " object, picocli.CommandLine.Model.CommandSpec spec,"
                        + " picocli.CommandLine.Model.CommandSpec owner) {");
        type.parent()
                .ifPresent(parent -> line(
                        2,
                        "new " + parent.packageName() + "." + parent.writtenName()
                                + "().describe(object, spec, owner);"));
        AnnotatedType.annotation(type.element(), "Command").ifPresent(this::command);
        for (int i = 0; i < fields.size(); i++) {
            field(i, fields.get(i));
        }
        line(1, "}");
    }

    private void command(AnnotationMirror annotation) {
        new Attributes(annotation, type.element()).forEach((attribute, value) -> {
            switch (attribute) {
                case "name", "aliases", "exitCodeOnExecutionException" ->
                    line(2, "spec." + attribute + "(" + value + ");");
                case "scope" -> line(2, "spec.scopeType(" + value + ");");
                case "usageHelpAutoWidth" -> line(2, "spec.usageMessage().autoWidth(" + value + ");");
                case "description",
                        "footer",
                        "hidden",
                        "abbreviateSynopsis",
                        "synopsisHeading",
                        "parameterListHeading",
                        "optionListHeading",
                        "commandListHeading" -> line(2, "spec.usageMessage()." + attribute + "(" + value + ");");
                default -> throw new UnknownAnnotationException("@Command(" + attribute + ")", type.element());
            }
        });
    }

    private void field(int number, VariableElement field) {
        Optional<AnnotationMirror> option = AnnotatedType.annotation(field, "Option");
        Optional<AnnotationMirror> words = AnnotatedType.annotation(field, "Parameters");
        Optional<AnnotationMirror> spec = AnnotatedType.annotation(field, "Spec");
        if (option.isPresent() || words.isPresent()) {
            line(2, new ArgumentSource(field, type).statement(number));
        } else if (spec.isPresent()) {
            boolean mixee = spec.get().getElementValues().values().toString().contains("MIXEE");
            line(2, "object." + field + " = " + (mixee ? "owner" : "spec") + ";");
        } else if (AnnotatedType.annotation(field, "ArgGroup").isPresent()) {
            exclusive(AnnotatedType.annotation(field, "ArgGroup").get(), field);
        } else if (AnnotatedType.annotation(field, "Mixin").isPresent()) {
            line(2, "spec.addMixin(\"" + field + "\", mixin(object." + field + ", spec));");
        } else {
            throw new UnknownAnnotationException(field.getAnnotationMirrors().toString(), field);
        }
    }

    /** Flags that exclude each other; groups of other kinds are not used. */
    private void exclusive(AnnotationMirror group, VariableElement field) {
        new Attributes(group, field).forEach((attribute, value) -> {
            if (!attribute.equals("exclusive") || !value.equals("true")) {
                throw new UnknownAnnotationException("@ArgGroup(" + attribute + " = " + value + ")", field);
            }
        });
        line(2, "spec.addArgGroup(exclusive(object." + field + ", spec));");
    }

    private void get(String name) {
        line(1, "@Override");
        line(1, "protected Object get(" + name + " object, int field) {");
        line(2, "return switch (field) {");
        bound((number, field) -> line(3, "case " + number + " -> object." + field + ";"));
        line(3, "default -> super.get(object, field);");
        line(2, "};");
        line(1, "}");
    }

    private void set(String name) {
        line(1, "@Override");
        line(1, "protected void set(" + name + " object, int field, Object value) {");
        line(2, "switch (field) {");
        bound((number, field) ->
                line(3, "case " + number + " -> object." + field + " = (" + field.asType() + ") value;"));
        line(3, "default -> super.set(object, field, value);");
        line(2, "}");
        line(1, "}");
    }

    private void bound(BiConsumer<Integer, VariableElement> consumer) {
        for (int i = 0; i < fields.size(); i++) {
            if (isBound(fields.get(i))) {
                consumer.accept(i, fields.get(i));
            }
        }
    }

    /** Whether picocli reads and writes the field: that of a flag or of words. */
    private static boolean isBound(VariableElement field) {
        return AnnotatedType.annotation(field, "Option")
                .or(() -> AnnotatedType.annotation(field, "Parameters"))
                .isPresent();
    }

    private void line(int depth, String line) {
        text.append("    ".repeat(depth)).append(line).append('\n');
    }
}
