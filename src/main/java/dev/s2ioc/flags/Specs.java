package dev.s2ioc.flags;

import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What picocli is to know of an object with flags; of a class that the processor did not see, picocli reads it itself. */
public final class Specs {
    private static final String WRITTEN = "Spec";

    static {
        // Else picocli looks for converters to two dozen of the JDK's types, of dates mostly, for each command anew. No
        // flag
        // has one of them without a converter of its own.
        System.setProperty("picocli.converters.excludes", "java[.](sql|time|nio)[.].*");
    }

    private Specs() {}

    /** A command that is ready to have subcommands and to be run. */
    public static CommandLine line(Object command) {
        return new CommandLine(of(command));
    }

    /** A command, or flags that belong to no command. */
    public static CommandSpec of(Object object) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(object);
        return describe(object, spec, spec) ? spec : CommandSpec.forAnnotatedObject(object);
    }

    /** Flags that several commands share, for one of them. */
    static CommandSpec mixin(Object flags, CommandSpec owner) {
        Objects.requireNonNull(flags, () -> "a mixin of " + owner.userObject().getClass() + " has no value at first");
        CommandSpec spec = CommandSpec.wrapWithoutInspection(flags);
        if (!describe(flags, spec, owner)) {
            throw new IllegalStateException(flags.getClass().getName() + " was compiled without its processor");
        }
        return spec;
    }

    private static <T> boolean describe(T object, CommandSpec spec, CommandSpec owner) {
        try {
            // What is named like this was written for this very class.
            @SuppressWarnings("unchecked")
            AnnotatedClass<T> annotated = (AnnotatedClass<T>) Class.forName(written(object.getClass()))
                    .getDeclaredConstructor()
                    .newInstance();
            annotated.describe(object, spec, owner);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the description of " + object.getClass() + " cannot be made", e);
        }
    }

    private static String written(Class<?> annotated) {
        return annotated.getName().replace('$', '_') + WRITTEN;
    }
}
