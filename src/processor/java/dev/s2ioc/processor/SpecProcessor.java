package dev.s2ioc.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Writes, beside each class with picocli's annotations, a class that says the same in code ({@code dev.s2ioc.flags} tells
 * why). An annotation that it does not know how to write is an error, so that nothing is ever left out unseen.
 */
@SupportedAnnotationTypes({
    "picocli.CommandLine.ArgGroup",
    "picocli.CommandLine.Command",
    "picocli.CommandLine.Mixin",
    "picocli.CommandLine.Option",
    "picocli.CommandLine.ParentCommand",
    "picocli.CommandLine.Parameters",
    "picocli.CommandLine.Spec",
    "picocli.CommandLine.Unmatched"
})
public final class SpecProcessor extends AbstractProcessor {

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Set<TypeElement> types = new LinkedHashSet<>();
        for (TypeElement annotation : annotations) {
            for (Element annotated : round.getElementsAnnotatedWith(annotation)) {
                types.add(
                        (TypeElement) (annotated instanceof TypeElement ? annotated : annotated.getEnclosingElement()));
            }
        }
        for (TypeElement type : types) {
            try {
                write(new AnnotatedType(type, processingEnv.getElementUtils(), processingEnv.getTypeUtils()));
            } catch (UnknownAnnotationException e) {
                processingEnv.getMessager().printMessage(Diagnostic.Kind.ERROR, e.getMessage(), e.element());
            }
        }
        return false;
    }

    private void write(AnnotatedType type) {
        String source = new SpecSource(type).text();
        try (Writer writer = processingEnv
                .getFiler()
                .createSourceFile(type.packageName() + "." + type.writtenName(), type.element())
                .openWriter()) {
            writer.write(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
