package dev.s2ioc.status;

/**
 * Something that keeps a project from working, or may.
 *
 * @param suggestion what to do about it; may have several lines, or be empty
 */
record Problem(Severity severity, String message, String suggestion) {

    /** How bad it is, the worst first. */
    enum Severity {
        ERROR("error"),
        WARNING("warning"),
        INFO("info");

        private final String word;

        Severity(String word) {
            this.word = word;
        }

        /** {@code 1 error}, {@code 2 errors}. */
        String count(long count) {
            return count + " " + word + (count == 1 ? "" : "s");
        }
    }
}
