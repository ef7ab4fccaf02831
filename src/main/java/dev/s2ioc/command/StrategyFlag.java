package dev.s2ioc.command;

import dev.s2ioc.newapp.NewAppException;
import dev.s2ioc.newapp.Strategy;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The strategy of a new build as a flag names it: none for an empty word, which leaves the choice to what is found. */
public final class StrategyFlag implements ITypeConverter<Strategy> {

    @Override
    public Strategy convert(String word) {
        try {
            return Strategy.named(word).orElse(null);
        } catch (NewAppException unknown) {
            throw new TypeConversionException(unknown.getMessage());
        }
    }
}
