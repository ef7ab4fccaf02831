package dev.s2ioc.command.complete;

import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What may stand at the cursor.
 *
 * @param files whether names of files may stand there too, which the shell knows best
 * @param goesOn whether more of the same word may follow, so that no space comes behind it
 */
record Candidates(List<Candidate> all, boolean files, boolean goesOn) {
    static final Candidates NONE = new Candidates(List.of(), false, false);
    static final Candidates FILES = new Candidates(List.of(), true, false);

    /** @param description says what it is; may be empty */
    record Candidate(String value, String description) {}

    static Candidates of(Collection<String> values) {
        return new Candidates(
                values.stream().map(value -> new Candidate(value, "")).toList(), false, false);
    }

    static Candidates described(List<Candidate> all) {
        return new Candidates(all, false, false);
    }

    Candidates goingOn() {
        return new Candidates(all, files, true);
    }

    Candidates startingWith(String partial) {
        return new Candidates(
                all.stream().filter(each -> each.value().startsWith(partial)).toList(), files, goesOn);
    }

    Candidates map(UnaryOperator<String> change) {
        return new Candidates(
                all.stream()
                        .map(each -> new Candidate(change.apply(each.value()), each.description()))
                        .toList(),
                files,
                goesOn);
    }
}
