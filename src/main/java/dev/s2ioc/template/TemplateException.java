package dev.s2ioc.template;

import java.util.List;
import java.util.stream.Collectors;

/** A template that cannot be processed, with all that is wrong with it. */
public final class TemplateException extends Exception {
    private final transient List<Fault> faults;

    TemplateException(List<Fault> faults) {
        super(faults.stream()
                .map(fault -> fault.field() + ": " + fault.message())
                .collect(Collectors.joining(", ")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
