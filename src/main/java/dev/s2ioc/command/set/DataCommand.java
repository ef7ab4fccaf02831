package dev.s2ioc.command.set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.command.create.Data;
import dev.s2ioc.command.create.DataFlags;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Sets and removes keys of config maps and secrets. */
@Command(
        name = "data",
        description = "Set or remove keys of config maps and secrets.",
        footer = {
            "",
            "Examples:",
            "  # Set a key, and remove another",
            "  s2ioc set data secret/database password=wonderful old-password-",
            "",
            "  # From a file, or all files of a directory",
            "  s2ioc set data configmap/settings --from-file=app.properties",
            "  s2ioc set data configmap/settings --from-file=settings/"
        })
public final class DataCommand implements Action {

    @Parameters(
            arity = "0..*",
            paramLabel = "TYPE/NAME | KEY=VALUE | KEY-",
            description = "The objects, and the keys to set or, with a dash behind, to remove.")
    List<String> words = List.of();

    @Mixin
    DataFlags data = new DataFlags();

    @Mixin
    SetFlags flags = new SetFlags();

    private final CommandContext context;

    DataCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        List<String> subjects =
                words.stream().filter(word -> !EnvironmentChange.isMeant(word)).toList();
        Map<String, byte[]> set = new TreeMap<>(data.read(context, "ConfigMap", ""));
        Set<String> removed = new LinkedHashSet<>();
        words.stream().filter(EnvironmentChange::isMeant).forEach(word -> add(word, set, removed));
        if (set.isEmpty() && removed.isEmpty()) {
            throw new CommandFailure("must add, update, or remove at least one key from this object");
        }
        removed.stream().filter(set::containsKey).findFirst().ifPresent(key -> {
            throw new CommandFailure("you may not remove and set the key \"" + key + "\" in the same invocation");
        });
        new Changes(context, flags, "data updated").make(subjects, subject -> change(subject, set, removed));
    }

    private static void add(String word, Map<String, byte[]> set, Set<String> removed) {
        int equals = word.indexOf('=');
        if (equals < 0) {
            removed.add(word.substring(0, word.length() - 1));
            return;
        }
        String key = word.substring(0, equals);
        byte[] value = word.substring(equals + 1).getBytes(StandardCharsets.UTF_8);
        if (set.putIfAbsent(key, value) != null) {
            throw new CommandFailure("cannot set key \"" + key + "\" more than once");
        }
    }

    private static void change(Subject subject, Map<String, byte[]> set, Set<String> removed) {
        boolean secret = subject.type().equals(KnownTypes.SECRET);
        if (!secret && !subject.type().equals(KnownTypes.CONFIG_MAP)) {
            throw new CommandFailure(subject.label() + " is not a config map or secret and cannot have data updated");
        }
        for (String key : removed) {
            remove(subject.object(), "data", key);
            remove(subject.object(), "binaryData", key);
        }
        set.forEach((key, value) -> {
            String encoded = Base64.getEncoder().encodeToString(value);
            if (secret) {
                subject.object().withObject("/data").put(key, encoded);
                return;
            }
            boolean text = Data.isText(value);
            remove(subject.object(), text ? "binaryData" : "data", key);
            subject.object()
                    .withObject(text ? "/data" : "/binaryData")
                    .put(key, text ? new String(value, StandardCharsets.UTF_8) : encoded);
        });
    }

    private static void remove(ObjectNode object, String field, String key) {
        if (object.path(field).has(key)) {
            object.withObject("/" + field).remove(key);
        }
    }
}
