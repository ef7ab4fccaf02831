package dev.s2ioc.processor;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;

/** The statement that adds a flag, or words without a flag, that a field is bound to. */
final class ArgumentSource {
    /** Types whose parameters are the types of their parts. */
    private static final Set<String> OF_PARTS = Set.of("java.util.List", "java.util.Map");

    private final VariableElement field;
    private final AnnotatedType type;
    private final boolean flag;
    private final Attributes attributes;

    ArgumentSource(VariableElement field, AnnotatedType type) {
        this.field = field;
        this.type = type;
        Optional<AnnotationMirror> option = AnnotatedType.annotation(field, "Option");
        this.flag = option.isPresent();
        this.attributes = new Attributes(
                option.orElseGet(
                        () -> AnnotatedType.annotation(field, "Parameters").get()),
                field);
    }

    String statement(int number) {
        StringBuilder names = new StringBuilder();
        StringBuilder calls = new StringBuilder();
        attributes.forEach((attribute, value) -> {
            switch (attribute) {
                case "names" -> names.append(", ").append(value);
                case "split" -> calls.append(".splitRegex(").append(value).append(')');
                case "scope" -> calls.append(".scopeType(").append(value).append(')');
                case "converter" -> calls.append(".converters(").append(value).append(')');
                case "arity",
                        "defaultValue",
                        "description",
                        "fallbackValue",
                        "hidden",
                        "index",
                        "paramLabel",
                        "preprocessor",
                        "required",
                        "usageHelp" ->
                    calls.append('.')
                            .append(attribute)
                            .append('(')
                            .append(value)
                            .append(')');
                default -> throw new UnknownAnnotationException("an attribute " + attribute, field);
            }
        });
        return "spec." + (flag ? "addOption(option" : "addPositional(words") + "(object, " + number + ", " + erased()
                + ".class" + names + ")" + parts() + label() + required() + calls + ".build());";
    }

    private String erased() {
        return type.types().erasure(field.asType()).toString();
    }

    private String parts() {
        if (!(field.asType() instanceof DeclaredType declared)
                || declared.getTypeArguments().isEmpty()) {
            return "";
        }
        if (!OF_PARTS.contains(erased())) {
            throw new UnknownAnnotationException("flags of the type " + erased(), field);
        }
        return declared.getTypeArguments().stream()
                .map(part -> type.types().erasure(part) + ".class")
                .collect(Collectors.joining(", ", ".auxiliaryTypes(", ")"));
    }

    /** Without a label it is the field's name. */
    private String label() {
        if (attributes.text("paramLabel").isPresent()) {
            return "";
        }
        if (erased().equals("java.util.Map")) {
            throw new UnknownAnnotationException("maps without a paramLabel", field);
        }
        return ".paramLabel(\"<" + field + ">\")";
    }

    /** Words are required where at least one must be given. */
    private String required() {
        if (flag) {
            return "";
        }
        if (!parts().isEmpty() && attributes.text("arity").isEmpty()) {
            throw new UnknownAnnotationException("lists of words without an arity", field);
        }
        return ".required(" + !attributes.text("arity").orElse("1").startsWith("0") + ")";
    }
}
