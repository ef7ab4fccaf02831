package dev.s2ioc.console;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** The user's web browser: the one that {@code $BROWSER} names, else the system's. */
public final class Browser {
    private final Surroundings surroundings;

    public Browser(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Shows a page; false if there is no browser to show it. */
    public boolean open(URI page) {
        ProcessBuilder builder = new ProcessBuilder(words(page.toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(surroundings.environment());
        try {
            builder.start().getOutputStream().close();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private List<String> words(String page) {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return surroundings
                .variable("BROWSER")
                .map(browser -> List.of(browser, page))
                .orElseGet(() -> system.startsWith("mac")
                        ? List.of("open", page)
                        : system.startsWith("windows")
                                ? List.of("rundll32", "url.dll,FileProtocolHandler", page)
                                : List.of("xdg-open", page));
    }
}
