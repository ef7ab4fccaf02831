package dev.s2ioc.flags;

import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What the annotations of a class say. Its subclasses are written by the compiler's processor, one for each such class. */
public abstract class AnnotatedClass<T> {

    /**
     * Adds what the annotations say.
     *
     * @param owner the command that the flags of this object belong to
     */
    public abstract void describe(T object, CommandSpec spec, CommandSpec owner);

    /** The value of a field, by its number in what was written. */
    protected Object get(T object, int field) {
        throw new IllegalArgumentException("no field " + field);
    }

    protected void set(T object, int field, Object value) {
        throw new IllegalArgumentException("no field " + field);
    }

    protected static CommandSpec mixin(Object flags, CommandSpec owner) {
        return Specs.mixin(flags, owner);
    }

    /** Flags of which only one may be given. */
    protected static ArgGroupSpec exclusive(Object flags, CommandSpec owner) {
        ArgGroupSpec.Builder group = ArgGroupSpec.builder().exclusive(true);
        Specs.mixin(flags, owner).args().forEach(group::addArg);
        return group.build();
    }

    protected final OptionSpec.Builder option(T object, int field, Class<?> type, String... names) {
        Field<T> bound = new Field<>(this, object, field);
        return OptionSpec.builder(names).type(type).getter(bound).setter(bound).initialValue(bound.get());
    }

    protected final PositionalParamSpec.Builder words(T object, int field, Class<?> type) {
        Field<T> bound = new Field<>(this, object, field);
        return PositionalParamSpec.builder()
                .type(type)
                .getter(bound)
                .setter(bound)
                .initialValue(bound.get());
    }
}
