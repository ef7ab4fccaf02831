package dev.s2ioc.cluster.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * One instruction of a Dockerfile.
 *
 * @param keyword in capitals
 * @param arguments with continued lines joined
 * @param first the index of its first line
 * @param last the index of its last line
 */
public record Instruction(String keyword, String arguments, int first, int last) {

    /** The leading `--name=value` options. */
    List<String> flags() {
        List<String> flags = new ArrayList<>();
        for (String word : arguments.split("\\s+")) {
            if (!word.startsWith("--")) {
                break;
            }
            flags.add(word);
        }
        return flags;
    }

    /** The arguments after the options. */
    String operands() {
        String rest = arguments;
        for (String flag : flags()) {
            rest = rest.substring(flag.length()).stripLeading();
        }
        return rest;
    }
}
