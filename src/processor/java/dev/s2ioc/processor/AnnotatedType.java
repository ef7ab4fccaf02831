package dev.s2ioc.processor;

import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** A class with picocli's annotations, seen by the compiler. */
record AnnotatedType(TypeElement element, Elements elements, Types types) {
    static final String PICOCLI = "picocli.CommandLine.";

    String packageName() {
        return elements.getPackageOf(element).getQualifiedName().toString();
    }

    /** The name of the class that is written beside this one; classes within others have their names joined. */
    String writtenName() {
        String binary = elements.getBinaryName(element).toString();
        return binary.substring(binary.lastIndexOf('.') + 1).replace('$', '_') + "Spec";
    }

    /** The superclass, if it has annotations too. */
    Optional<AnnotatedType> parent() {
        if (!(element.getSuperclass() instanceof DeclaredType declared)) {
            return Optional.empty();
        }
        AnnotatedType parent = new AnnotatedType((TypeElement) declared.asElement(), elements, types);
        return parent.hasAnnotations() ? Optional.of(parent) : parent.parent();
    }

    private boolean hasAnnotations() {
        return annotation(element, "Command").isPresent() || !fields().isEmpty();
    }

    /** The fields that are annotated, in their order. */
    List<VariableElement> fields() {
        for (Element member : element.getEnclosedElements()) {
            if (isAnnotated(member) && member.getKind() != ElementKind.FIELD && !(member instanceof TypeElement)) {
                throw new UnknownAnnotationException("annotations of methods", member);
            }
        }
        return element.getEnclosedElements().stream()
                .filter(VariableElement.class::isInstance)
                .map(VariableElement.class::cast)
                .filter(AnnotatedType::isAnnotated)
                .toList();
    }

    private static boolean isAnnotated(Element element) {
        return element.getAnnotationMirrors().stream()
                .anyMatch(mirror -> mirror.getAnnotationType().toString().startsWith(PICOCLI));
    }

    /** An annotation of picocli's, by its simple name. */
    static Optional<AnnotationMirror> annotation(Element element, String name) {
        return element.getAnnotationMirrors().stream()
                .filter(mirror -> mirror.getAnnotationType().toString().equals(PICOCLI + name))
                .<AnnotationMirror>map(mirror -> mirror)
                .findFirst();
    }
}
