package dev.s2ioc.command;

import dev.s2ioc.command.proxy.RequestFilter;
import picocli.CommandLine.Option;

/** Which requests a proxy lets through; each flag takes regular expressions with commas between them. */
final class ProxyFilterFlags {

    @Option(
            names = "--accept-hosts",
            paramLabel = "REGEX",
            defaultValue = "^localhost$,^127\\.0\\.0\\.1$,^\\[::1\\]$",
            description = "The hosts as which the proxy may be addressed. Default: ${DEFAULT-VALUE}")
    String acceptHosts;

    @Option(
            names = "--accept-paths",
            paramLabel = "REGEX",
            defaultValue = "^.*",
            description = "The paths to let through. Default: ${DEFAULT-VALUE}")
    String acceptPaths;

    @Option(
            names = "--reject-paths",
            paramLabel = "REGEX",
            defaultValue = "^/api/.*/pods/.*/exec,^/api/.*/pods/.*/attach",
            description = "The paths not to let through, whatever else is said. Default: ${DEFAULT-VALUE}")
    String rejectPaths;

    @Option(
            names = "--reject-methods",
            paramLabel = "REGEX",
            defaultValue = "^$",
            description = "The methods not to let through, as in POST,PUT,PATCH. Default: ${DEFAULT-VALUE}")
    String rejectMethods;

    @Option(
            names = "--disable-filter",
            description = "Let every request through. Every web page that you look at can then use the proxy.")
    boolean disableFilter;

    RequestFilter filter() {
        return disableFilter
                ? RequestFilter.NONE
                : new RequestFilter(
                        RequestFilter.patterns(acceptPaths),
                        rejected(rejectPaths),
                        RequestFilter.patterns(acceptHosts),
                        rejected(rejectMethods));
    }

    /** Nothing is rejected by an empty list, and not everything by an empty expression. */
    private static java.util.List<java.util.regex.Pattern> rejected(String words) {
        return words.isEmpty() ? java.util.List.of() : RequestFilter.patterns(words);
    }
}
