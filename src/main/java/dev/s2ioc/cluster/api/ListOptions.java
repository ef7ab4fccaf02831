package dev.s2ioc.cluster.api;

import dev.s2ioc.cluster.kind.Call;
import dev.s2ioc.cluster.kind.Causes;
import dev.s2ioc.cluster.kind.StatusException;
import dev.s2ioc.cluster.kind.Type;
import java.util.List;
import java.util.Optional;

/** Which state a list or watch shall show; combinations of parameters that mean nothing are refused. */
record ListOptions(Call call) {
    private static final Type OPTIONS = Type.clusterScoped("meta.k8s.io", "v1", "listoptions", "ListOptions");
    private static final String MATCH = "resourceVersionMatch";
    private static final String EXACT = "Exact";
    private static final String NOT_OLDER = "NotOlderThan";

    static ListOptions ofList(Call call) {
        ListOptions options = new ListOptions(call);
        Causes causes = new Causes();
        String match = options.match();
        if (!match.isEmpty() && options.text("resourceVersion").isEmpty()) {
            causes.forbidden(MATCH, "resourceVersionMatch is forbidden unless resourceVersion is provided");
        }
        options.requireNoContinue(causes);
        if (!List.of("", EXACT, NOT_OLDER).contains(match)) {
            causes.notSupported(MATCH, match, List.of(EXACT, NOT_OLDER, ""));
        }
        if (match.equals(EXACT) && options.text("resourceVersion").equals("0")) {
            causes.forbidden(MATCH, "resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\"");
        }
        if (options.hasInitialEvents()) {
            causes.forbidden("sendInitialEvents", "sendInitialEvents is forbidden for list");
        }
        return options.unless(causes);
    }

    static ListOptions ofWatch(Call call) {
        ListOptions options = new ListOptions(call);
        Causes causes = new Causes();
        String match = options.match();
        if (options.hasInitialEvents() && !match.equals(NOT_OLDER)) {
            causes.forbidden(MATCH, "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan");
        }
        if (!options.hasInitialEvents() && !match.isEmpty()) {
            causes.forbidden(MATCH, "resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided");
        }
        options.requireNoContinue(causes);
        return options.unless(causes);
    }

    private void requireNoContinue(Causes causes) {
        if (!match().isEmpty() && !text("continue").isEmpty()) {
            causes.forbidden(MATCH, "resourceVersionMatch is forbidden when continue is provided");
        }
    }

    private ListOptions unless(Causes causes) {
        if (!causes.isEmpty()) {
            throw StatusException.invalid(OPTIONS, "", causes);
        }
        return this;
    }

    /** The state to show; empty for the newest, which is also at least as new as any that is asked for. */
    Optional<Long> exactRevision(long newest, int limit) {
        long wanted = revision();
        if (wanted > newest) {
            throw StatusException.timeout("Too large resource version: " + wanted + ", current: " + newest);
        }
        // A page of a named state is meant exactly, as it was before there was a way to say so.
        boolean exact = match().equals(EXACT) || match().isEmpty() && limit > 0;
        return exact && wanted > 0 ? Optional.of(wanted) : Optional.empty();
    }

    /** 0 for any. */
    long revision() {
        return number("resourceVersion", 0);
    }

    boolean hasInitialEvents() {
        return !text("sendInitialEvents").isEmpty();
    }

    private String match() {
        return text(MATCH);
    }

    private String text(String parameter) {
        return call.parameter(parameter).orElse("");
    }

    long number(String parameter, long otherwise) {
        try {
            return call.parameter(parameter).map(Long::parseLong).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw StatusException.badRequest(
                    parameter + ": Invalid value: \"" + text(parameter) + "\": must be a whole number");
        }
    }
}
