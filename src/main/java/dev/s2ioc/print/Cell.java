package dev.s2ioc.print;

/** A cell's text, made fit for one line of a terminal: it ends where a line would, and cannot steer the terminal. */
final class Cell {

    private Cell() {}

    static String shown(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return made(text, i);
            }
        }
        return text;
    }

    private static String made(String text, int from) {
        StringBuilder shown = new StringBuilder(text.substring(0, from));
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' || c == '\f') {
                return shown.append("...").toString();
            }
            if (!Character.isISOControl(c)) {
                shown.append(c);
            } else if (c < 0x20) {
                shown.append('^').append((char) (c + '@'));
            } else {
                shown.append(String.format("\\u%04x", (int) c));
            }
        }
        return shown.toString();
    }
}
