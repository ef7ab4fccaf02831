package dev.s2ioc.kubeconfig;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** What is wrong with a file, in the words that the operating system has for it. */
final class FileProblem {

    private FileProblem() {}

    static String of(IOException problem) {
        return switch (problem) {
            case NoSuchFileException e -> "no such file or directory";
            case AccessDeniedException e -> "permission denied";
            default -> problem.getMessage() == null ? problem.toString() : problem.getMessage();
        };
    }
}
