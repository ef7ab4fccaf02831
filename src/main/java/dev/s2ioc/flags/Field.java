package dev.s2ioc.flags;

import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.ISetter;

/** A field of an object that a flag is bound to. */
record Field<T>(AnnotatedClass<T> owner, T object, int number) implements IGetter, ISetter {

    // A field has the type that its flag was declared with, which picocli converts to.
    @Override
    @SuppressWarnings("unchecked")
    public <V> V get() {
        return (V) owner.get(object, number);
    }

    @Override
    public <V> V set(V value) {
        V old = get();
        owner.set(object, number, value);
        return old;
    }
}
