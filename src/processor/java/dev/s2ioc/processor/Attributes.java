package dev.s2ioc.processor;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** The attributes that an annotation gives, each with its value as Java source. */
record Attributes(AnnotationMirror annotation, Element annotated) {

    void forEach(BiConsumer<String, String> consumer) {
        annotation
                .getElementValues()
                .forEach((attribute, value) ->
                        consumer.accept(attribute.getSimpleName().toString(), source(value)));
    }

    /** The text of an attribute that is given. */
    Optional<String> text(String name) {
        return annotation.getElementValues().entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(name))
                .map(entry -> entry.getValue().getValue().toString())
                .findFirst();
    }

    /** Several values are a list of arguments; of a class there is a new object, which is what picocli makes of it. */
    private String source(AnnotationValue value) {
        return switch (value.getValue()) {
            case List<?> several ->
                several.stream().map(one -> source((AnnotationValue) one)).collect(Collectors.joining(", "));
            case TypeMirror type -> "new " + type + "()";
            case VariableElement constant -> constant.getEnclosingElement() + "." + constant;
            default -> value.toString();
        };
    }
}
