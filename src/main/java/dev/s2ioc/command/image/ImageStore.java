package dev.s2ioc.command.image;

import dev.s2ioc.command.CommandFailure;
import dev.s2ioc.imageregistry.DigestException;
import dev.s2ioc.imageregistry.DirectoryRepository;
import dev.s2ioc.imageregistry.Image;
import dev.s2ioc.imageregistry.Registries;
import dev.s2ioc.imageregistry.RegistryException;
import dev.s2ioc.imageregistry.Repository;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where images are read from and written to.
 *
 * @param directory what {@code file://} is below
 * @param verify whether content must have its digest
 * @param mirrors where else images of a source may be, when they are named by digest
 */
record ImageStore(Registries registries, Path directory, boolean verify, Map<String, List<String>> mirrors) {
    private static final Pattern WILDCARD = Pattern.compile("(.*):([\\w.*-]*\\*[\\w.*-]*)");

    Repository repository(ImageLocation location) {
        return location.onDisk()
                ? new DirectoryRepository(directory, location.path())
                : registries.repository(location.host(), location.path());
    }

    /** What a location names; {@code latest} when it names neither tag nor digest. */
    Image.Named find(ImageLocation location) throws IOException, InterruptedException {
        for (ImageLocation mirror : mirrorsOf(location)) {
            try {
                return Image.Named.of(repository(mirror), mirror.reference(), verify);
            } catch (RegistryException e) {
                // A mirror need not have it, nor be there: the source is asked last.
                continue;
            }
        }
        try {
            return Image.Named.of(repository(location), location.reference(), verify);
        } catch (RegistryException e) {
            throw unreadable(location, e);
        } catch (DigestException e) {
            throw damaged(location, e);
        }
    }

    /** Content that is not what it should be, which only the user can accept. */
    static CommandFailure damaged(ImageLocation location, DigestException e) {
        return new CommandFailure(
                "unable to read image " + location + ": " + e.getMessage()
                        + "; --skip-verification takes it nevertheless",
                e);
    }

    private List<ImageLocation> mirrorsOf(ImageLocation location) {
        List<ImageLocation> found = new ArrayList<>();
        String name = location.host() + "/" + location.path();
        mirrors.forEach((source, places) -> {
            if (location.digest().isPresent() && (name.equals(source) || name.startsWith(source + "/"))) {
                String rest = name.substring(source.length()) + "@"
                        + location.digest().get();
                places.forEach(place -> found.add(ImageLocation.parse(place + rest)));
            }
        });
        return found;
    }

    /** The locations that a text means: of a {@code *} in a tag all tags that match. */
    List<ImageLocation> expand(String text) throws IOException, InterruptedException {
        Matcher wildcard = WILDCARD.matcher(text);
        if (!wildcard.matches()) {
            return List.of(ImageLocation.parse(text));
        }
        String regex = wildcard.group(2).replace(".", "\\.").replaceAll("\\*+", ".*");
        return tags(ImageLocation.parse(wildcard.group(1)), Pattern.compile(regex));
    }

    /** Every tag of a repository that matches. */
    List<ImageLocation> tags(ImageLocation repository, Pattern wanted) throws IOException, InterruptedException {
        try {
            return repository(repository).tags().stream()
                    .filter(tag -> wanted.matcher(tag).matches())
                    .map(repository::tagged)
                    .toList();
        } catch (RegistryException e) {
            throw unreadable(repository, e);
        }
    }

    /** Why an image cannot be read, and what to do about it. */
    static CommandFailure unreadable(ImageLocation location, RegistryException e) {
        if (e.isNotFound()) {
            return new CommandFailure("image \"" + location + "\" not found: " + e.getMessage(), e);
        }
        return new CommandFailure("unable to read image " + location + ": " + e.getMessage() + login(location, e), e);
    }

    /** The next step where a login is missing. */
    static String login(ImageLocation location, RegistryException e) {
        return e.isUnauthorized()
                ? "\nTo log in, run: s2ioc registry login --registry=" + location.host()
                        + " [--auth-basic=USER:PASSWORD]"
                : "";
    }
}
