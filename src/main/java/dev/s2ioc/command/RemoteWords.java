package dev.s2ioc.command;

import java.util.List;

/**
 * The words of a command line, and the command for elsewhere that stands behind {@code --}.
 *
 * @param own the words before
 * @param command the words behind
 * @param dashed whether there is a {@code --}
 */
public record RemoteWords(List<String> own, List<String> command, boolean dashed) {

    /**
     * Of the words that picocli has collected, those behind the first {@code --} that was typed are the command.
     *
     * @param typed the whole command line of this command
     */
    public static RemoteWords of(List<String> words, List<String> typed) {
        int dashes = typed.indexOf("--");
        int behind = dashes < 0 ? 0 : typed.size() - dashes - 1;
        int own = words.size() - behind;
        return new RemoteWords(words.subList(0, own), words.subList(own, words.size()), dashes >= 0);
    }
}
