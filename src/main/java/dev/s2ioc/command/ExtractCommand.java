package dev.s2ioc.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.client.Manifest;
import dev.s2ioc.client.ResourceArguments;
import dev.s2ioc.client.Selection;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes what secrets and config maps hold to files, one for each key. */
@Command(
        name = "extract",
        description = "Write the keys of secrets and config maps to files.",
        footer = {
            "",
            "Examples:",
            "  # Write each key of a secret to a file in the current directory",
            "  s2ioc extract secret/webhook",
            "",
            "  # See one key of a config map",
            "  s2ioc extract cm/nginx --to=- --keys=nginx.conf",
            "",
            "  # Replace the files that are there",
            "  s2ioc extract cm/nginx --to=/etc/nginx --confirm"
        })
public final class ExtractCommand implements Action {

    @Parameters(arity = "0..*", paramLabel = "TYPE/NAME", description = "Secrets and config maps.")
    List<String> words = List.of();

    @Mixin
    FilenameFlags files = new FilenameFlags();

    @Option(names = "--keys", paramLabel = "KEY", split = ",", description = "Only these keys; may be repeated.")
    List<String> keys = List.of();

    @Option(
            names = "--to",
            paramLabel = "DIRECTORY",
            description = "Where the files are to be; - writes to standard output. Default: the current directory.")
    String to = ".";

    @Option(names = "--confirm", description = "Overwrite files that exist; make the directory if there is none.")
    boolean confirm;

    private final CommandContext context;

    public ExtractCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() throws IOException, InterruptedException {
        List<HeldData> all = found();
        for (String key : keys) {
            if (all.stream().noneMatch(data -> data.values().containsKey(key))) {
                throw new CommandFailure(
                        "there is no key \"" + key + "\"; there are: " + String.join(", ", names(all)));
            }
        }
        if (to.equals("-")) {
            all.forEach(data -> chosen(data).forEach(this::show));
            return;
        }
        Path directory = context.surroundings().resolve(to);
        check(all, directory);
        Files.createDirectories(directory);
        for (HeldData data : all) {
            for (Map.Entry<String, byte[]> entry : chosen(data).entrySet()) {
                data.write(directory.resolve(entry.getKey()), entry.getValue());
                context.streams()
                        .out()
                        .println(Path.of(to).resolve(entry.getKey()).normalize());
            }
        }
    }

    private List<HeldData> found() throws IOException, InterruptedException {
        List<HeldData> found = new ArrayList<>();
        if (files.areSet()) {
            for (Manifest manifest : files.read(context)) {
                found.add(HeldData.of(manifest.object()));
            }
        }
        if (!words.isEmpty()) {
            found.addAll(onServer());
        } else if (found.isEmpty()) {
            throw new CommandFailure("You must provide one or more resources by argument or filename,"
                    + " as in secret/NAME or -f FILE");
        }
        return found;
    }

    private List<HeldData> onServer() {
        for (String word : words) {
            if (!word.contains("/")) {
                throw new CommandFailure("the argument \"" + word + "\" must be RESOURCE/NAME");
            }
        }
        List<HeldData> found = new ArrayList<>();
        for (Selection selection :
                ResourceArguments.parse(words).resolve(context.session().discovery())) {
            String name = selection.name().orElseThrow();
            if (!List.of(KnownTypes.SECRET, KnownTypes.CONFIG_MAP).contains(selection.type())) {
                throw new CommandFailure(
                        selection.type().objectName(name) + " does not support extraction; secrets and config maps do");
            }
            JsonNode object = context.session().resources().get(selection.type(), name);
            found.add(HeldData.of(object, selection.type().kind()));
        }
        return found;
    }

    private static TreeSet<String> names(List<HeldData> all) {
        TreeSet<String> names = new TreeSet<>();
        all.forEach(data -> names.addAll(data.values().keySet()));
        return names;
    }

    private Map<String, byte[]> chosen(HeldData data) {
        return data.only(keys);
    }

    /** Nothing is written when anything cannot be. */
    private void check(List<HeldData> all, Path directory) {
        if (confirm) {
            return;
        }
        if (!Files.isDirectory(directory)) {
            throw new CommandFailure(
                    "use --confirm if you want to create target directory: stat " + to + ": no such file or directory");
        }
        List<RuntimeException> there = new ArrayList<>();
        for (HeldData data : all) {
            for (String key : chosen(data).keySet()) {
                if (Files.exists(directory.resolve(key))) {
                    there.add(new CommandFailure(key + ": file exists, pass --confirm to overwrite"));
                }
            }
        }
        if (!there.isEmpty()) {
            throw new SeveralFailures(there);
        }
    }

    private void show(String key, byte[] value) {
        PrintStream out = context.streams().out();
        context.streams().err().println("# " + key);
        context.streams().err().flush();
        out.writeBytes(value);
        if (value.length == 0 || value[value.length - 1] != '\n') {
            out.println();
        }
        out.flush();
    }
}
