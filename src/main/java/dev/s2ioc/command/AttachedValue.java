package dev.s2ioc.command;

import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * For flags whose value may be missing: the value is what is attached by {@code =}, never the word that follows. The value
 * without the flag must be the field's own: picocli sends a {@code defaultValue} through here too.
 */
public final class AttachedValue implements IParameterPreprocessor {

    @Override
    public boolean preprocess(Stack<String> arguments, CommandSpec command, ArgSpec flag, Map<String, Object> info) {
        if (" ".equals(info.get("separator")) && flag instanceof OptionSpec option) {
            arguments.push(option.fallbackValue());
        }
        return false;
    }
}
