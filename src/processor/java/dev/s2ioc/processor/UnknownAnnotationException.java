package dev.s2ioc.processor;

import javax.lang.model.element.Element;

/** Something is annotated in a way that the processor cannot write yet. */
final class UnknownAnnotationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Element element;

    UnknownAnnotationException(String what, Element element) {
        super("SpecProcessor does not know " + what + " yet; teach it");
        this.element = element;
    }

    Element element() {
        return element;
    }
}
