package dev.s2ioc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.s2ioc.command.CommandContext;
import dev.s2ioc.console.Streams;
import dev.s2ioc.console.Surroundings;
import dev.s2ioc.flags.Specs;
import dev.s2ioc.source.Compression;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** What the compiler's processor wrote of each command is what picocli reads in its annotations. */
class SpecsTest {
    private final List<Object> commands = new ArrayList<>();

    SpecsTest() {
        Surroundings surroundings = new Surroundings(Map.of(), Path.of(""), Clock.systemUTC());
        Streams streams = Streams.plain(InputStream.nullInputStream(), System.out, System.err);
        collect(S2ioc.tree(new CommandContext(streams, surroundings)));
    }

    private void collect(CommandLine command) {
        commands.add(command.getCommandSpec().userObject());
        new TreeSet<>(command.getSubcommands().keySet())
                .forEach(name -> collect(command.getSubcommands().get(name)));
    }

    @Test
    void every_command_is_as_its_annotations_say() {
        for (Object command : commands) {
            CommandSpec read = CommandSpec.forAnnotatedObject(command);
            CommandSpec written = Specs.of(command);
            assertEquals(
                    described(read),
                    described(written),
                    () -> command.getClass().getName());
            assertEquals(
                    new CommandLine(read).getUsageMessage(), new CommandLine(written).getUsageMessage(), read::name);
        }
    }

    @Test
    void every_flag_is_bound_to_the_field_that_has_its_annotation() {
        for (Object command : commands) {
            List<ArgSpec> read = CommandSpec.forAnnotatedObject(command).args();
            List<ArgSpec> written = Specs.of(command).args();
            for (int i = 0; i < read.size(); i++) {
                ArgSpec argument = read.get(i);
                Object before = argument.getValue();
                Object value = valueOf(argument.type());
                Object replaced = written.get(i).setValue(value);
                assertEquals(
                        List.of(value, optional(before)),
                        List.of(argument.getValue(), optional(replaced)),
                        () -> command.getClass() + " " + argument);
                argument.setValue(before);
                assertEquals(optional(before), optional(written.get(i).getValue()));
            }
        }
    }

    @Test
    void no_annotation_is_read_at_run_time() {
        Set<String> read = new TreeSet<>();
        for (Object command : commands) {
            // Where picocli has read a field's annotation it knows the field.
            if (Specs.of(command).args().stream().anyMatch(argument -> argument.userObject() != null)) {
                read.add(command.getClass().getSimpleName());
            }
        }
        assertEquals(Set.of(), read);
    }

    private static Object optional(Object value) {
        return value == null ? "nothing" : value;
    }

    private static Object valueOf(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[type.getEnumConstants().length - 1];
        }
        return switch (type.getName()) {
            case "java.lang.String" -> "some";
            case "java.util.List" -> List.of("some");
            case "java.util.Map" -> Map.of("some", "thing");
            case "java.time.Duration" -> Duration.ofSeconds(77);
            case "dev.s2ioc.source.Compression" -> Compression.level(7);
            case "boolean", "java.lang.Boolean" -> true;
            case "int", "java.lang.Integer" -> 77;
            case "long", "java.lang.Long" -> 77L;
            default -> throw new AssertionError("no value to try a " + type);
        };
    }

    /** All that an annotation can say of a command and its arguments, a line each. */
    private static String described(CommandSpec spec) {
        Stream<Object> own = Stream.of(
                spec.name(),
                List.of(spec.aliases()),
                spec.scopeType(),
                spec.exitCodeOnSuccess(),
                spec.exitCodeOnExecutionException(),
                spec.exitCodeOnInvalidInput(),
                spec.mixins().keySet(),
                spec.usageMessage().hidden(),
                spec.usageMessage().abbreviateSynopsis(),
                spec.usageMessage().autoWidth(),
                Arrays.toString(spec.usageMessage().description()),
                Arrays.toString(spec.usageMessage().footer()),
                spec.usageMessage().synopsisHeading(),
                spec.usageMessage().parameterListHeading(),
                spec.usageMessage().optionListHeading(),
                spec.usageMessage().commandListHeading());
        return Stream.concat(own, spec.args().stream().map(SpecsTest::described))
                .map(String::valueOf)
                .reduce("", (text, line) -> text + line + "\n");
    }

    private static String described(ArgSpec argument) {
        return Stream.concat(
                        switch (argument) {
                            case OptionSpec option ->
                                Stream.of(
                                        List.of(option.names()),
                                        option.fallbackValue(),
                                        option.usageHelp(),
                                        option.negatable(),
                                        option.order());
                            case PositionalParamSpec words -> Stream.of(words.index());
                            default -> throw new AssertionError(argument);
                        },
                        Stream.of(
                                argument.arity(),
                                argument.arity().isUnspecified(),
                                argument.type(),
                                List.of(argument.auxiliaryTypes()),
                                argument.paramLabel(),
                                argument.hideParamSyntax(),
                                List.of(argument.description()),
                                argument.defaultValue(),
                                argument.initialValue(),
                                argument.required(),
                                argument.hidden(),
                                argument.interactive(),
                                argument.splitRegex(),
                                argument.scopeType(),
                                Stream.of(argument.converters())
                                        .map(Object::getClass)
                                        .toList(),
                                argument.preprocessor().getClass(),
                                argument.parameterConsumer(),
                                argument.showDefaultValue()))
                .map(String::valueOf)
                .toList()
                .toString();
    }
}
