package dev.s2ioc.command.image;

import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what is to be mirrored where: {@code SRC DST [DST ...]} or {@code SRC=DST ...}, as words or lines of a file. */
final class ImageMappings {
    private static final Pattern ANY = Pattern.compile(".*");

    private record Pair(String source, String target) {}

    private final ImageStore sources;
    private final CommandContext context;
    private final Set<String> targets = new HashSet<>();

    ImageMappings(ImageStore sources, CommandContext context) {
        this.sources = sources;
        this.context = context;
    }

    List<ImageMapping> read(List<String> words, List<String> files) throws IOException, InterruptedException {
        List<ImageMapping> mappings = new ArrayList<>(read(words));
        for (String file : files) {
            int number = 0;
            for (String line : text(file).lines().toList()) {
                number++;
                String plain = line.replaceFirst("#.*", "").strip();
                if (!plain.isEmpty()) {
                    mappings.addAll(readLine(file, number, plain));
                }
            }
        }
        if (mappings.isEmpty()) {
            throw new CommandFailure("you must specify at least one source image to pull and the destination to push to"
                    + " as SRC=DST or SRC DST [DST2 DST3 ...]");
        }
        for (ImageMapping mapping : mappings) {
            if (mapping.source().equals(mapping.target())) {
                throw new CommandFailure("SRC and DST may not be the same");
            }
        }
        return mappings;
    }

    private List<ImageMapping> readLine(String file, int number, String line) throws IOException, InterruptedException {
        try {
            return read(List.of(line.split("\\s+")));
        } catch (CommandFailure e) {
            throw new CommandFailure("file " + file + ", line " + number + ": " + e.getMessage(), e);
        }
    }

    private String text(String file) throws IOException {
        return file.equals("-")
                ? new String(context.streams().in().readAllBytes(), StandardCharsets.UTF_8)
                : Files.readString(context.surroundings().resolve(file));
    }

    private List<ImageMapping> read(List<String> words) throws IOException, InterruptedException {
        List<ImageMapping> mappings = new ArrayList<>();
        for (Pair pair : pairs(words)) {
            mappings.addAll(expand(pair));
        }
        return mappings;
    }

    private static List<Pair> pairs(List<String> words) {
        List<Pair> pairs = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 0) {
                rest.add(word);
            } else if (equals == 0 || equals == word.length() - 1) {
                throw new CommandFailure("all arguments must be valid SRC=DST mappings");
            } else {
                pairs.add(new Pair(word.substring(0, equals), word.substring(equals + 1)));
            }
        }
        if (!rest.isEmpty() && (!pairs.isEmpty() || rest.size() == 1)) {
            throw new CommandFailure(
                    "all arguments must be valid SRC=DST mappings, or you must specify one SRC argument"
                            + " and one or more DST arguments");
        }
        rest.stream().skip(1).forEach(target -> pairs.add(new Pair(rest.getFirst(), target)));
        return pairs;
    }

    private List<ImageMapping> expand(Pair pair) throws IOException, InterruptedException {
        ImageLocation target = ImageLocation.parse(pair.target());
        if (target.digest().isPresent()) {
            throw new CommandFailure("you must specify a tag for DST or leave it blank to only push by digest");
        }
        List<ImageLocation> found = sources.expand(pair.source());
        if (found.size() == 1 && !found.getFirst().isImage()) {
            found = sources.tags(found.getFirst(), ANY);
        }
        if (found.isEmpty()) {
            throw new CommandFailure("there is no tag that matches " + pair.source());
        }
        if (found.size() > 1 && target.tag().isPresent()) {
            throw new CommandFailure("when source contains wildcards, the destination must be a repository");
        }
        List<ImageMapping> mappings = new ArrayList<>();
        for (ImageLocation source : found) {
            ImageLocation place =
                    target.tag().isEmpty() ? source.tag().map(target::tagged).orElse(target) : target;
            if (!targets.add(place.toString())) {
                throw new CommandFailure("each destination tag may only be specified once: " + place);
            }
            mappings.add(new ImageMapping(source, place));
        }
        return mappings;
    }
}
