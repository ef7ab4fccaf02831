package dev.s2ioc.stories;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A script that tells what a user does and sees, and the files it needs. {@code src/test/resources/stories/README.md}
 * says how it is written.
 */
record Story(String name, List<Line> lines, Map<String, String> files) {
    private static final Pattern FILE = Pattern.compile("-- +(\\S.*?) +--");

    /**
     * A line to carry out.
     *
     * @param number of the first line, when several are joined
     * @param comment the comment block above it; empty if there is none
     */
    record Line(int number, String comment, String text) {}

    static Story parse(String name, String text) {
        List<String> script = new ArrayList<>();
        Map<String, StringBuilder> files = new LinkedHashMap<>();
        StringBuilder file = null;
        for (String line : text.lines().toList()) {
            Matcher header = FILE.matcher(line);
            if (header.matches()) {
                file = new StringBuilder();
                files.put(header.group(1), file);
            } else if (file == null) {
                script.add(line);
            } else {
                file.append(line).append('\n');
            }
        }
        Map<String, String> contents = new LinkedHashMap<>();
        files.forEach((path, content) -> contents.put(path, content.toString()));
        return new Story(name, lines(script), contents);
    }

    private static List<Line> lines(List<String> script) {
        List<Line> lines = new ArrayList<>();
        StringBuilder comment = new StringBuilder();
        boolean inComment = false;
        for (int i = 0; i < script.size(); i++) {
            int number = i + 1;
            String line = script.get(i).strip();
            if (line.startsWith("#")) {
                comment.setLength(inComment ? comment.length() : 0);
                comment.append(comment.isEmpty() ? "" : "\n").append(line);
                inComment = true;
                continue;
            }
            inComment = false;
            while (line.endsWith("\\") && i + 1 < script.size()) {
                line = line.substring(0, line.length() - 1) + script.get(++i).strip();
            }
            if (!line.isEmpty()) {
                lines.add(new Line(number, comment.toString(), line));
            }
        }
        return lines;
    }
}
