package dev.s2ioc.command.image;

import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.imageregistry.Image;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine.Option;

/** The flag that says which images of a list are meant. */
final class PlatformFlags {

    @Option(
            names = "--filter-by-os",
            paramLabel = "REGEX",
            description = "Which image of a list, by OS/ARCHITECTURE[/VARIANT]. Default: that of this machine")
    String filter = "";

    boolean isGiven() {
        return !filter.isEmpty();
    }

    /** Whether every image is meant. */
    boolean takesAll() {
        return filter.equals(".*");
    }

    Predicate<Image.Entry> wanted() {
        if (isGiven()) {
            Predicate<String> matching = Platforms.matching(filter);
            return entry -> matching.test(entry.platform());
        }
        String own = Platforms.own();
        return entry -> entry.platform().equals(own) || entry.platform().startsWith(own + "/");
    }

    /** The first image that is meant; of a list of one, that one unless the flag says otherwise. */
    Image first(Image.Named named, ImageLocation location) throws IOException, InterruptedException {
        List<Image.Entry> entries = named.entries();
        Predicate<Image.Entry> wanted = !isGiven() && entries.size() == 1 ? entry -> true : wanted();
        if (!named.manifest().isList()) {
            return named.images(wanted).getFirst();
        }
        Image.Entry first = entries.stream().filter(wanted).findFirst().orElseThrow(() -> {
            List<String> platforms = entries.stream().map(Image.Entry::platform).toList();
            return new CommandFailure("no image of " + location + " is for "
                    + (isGiven() ? filter : Platforms.own()) + "; --filter-by-os selects one of "
                    + String.join(", ", platforms));
        });
        return named.images(first::equals).getFirst();
    }
}
