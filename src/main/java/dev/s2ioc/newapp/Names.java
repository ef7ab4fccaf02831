package dev.s2ioc.newapp;

import java.util.Locale;
import java.util.regex.Pattern;

/** What new objects may be called, and what they are called when nobody says. */
public final class Names {
    private static final int LONGEST = 58;
    private static final Pattern VALID = Pattern.compile("[a-z]([-a-z0-9]*[a-z0-9])?");

    private Names() {}

    /** The name that the user gave, if objects can have it. */
    public static String checked(String name) {
        if (!VALID.matcher(name).matches() || name.length() > LONGEST) {
            throw new NewAppException("invalid name: " + name
                    + ". Must be an a lower case alphanumeric (a-z, and 0-9) string with a maximum length of 58"
                    + " characters, where the first character is a letter (a-z), and the '-' character is allowed"
                    + " anywhere except the first or last character.");
        }
        if (name.length() < 2) {
            throw new NewAppException("can't build \"\": invalid name: " + name);
        }
        return name;
    }

    /** The nearest valid name to an image's: lower case, without the characters that names cannot have, cut to fit. */
    public static String derivedFrom(String image) {
        return checked(near(image));
    }

    /** The same for what may have a name of one letter, as containers do. */
    static String near(String image) {
        String name =
                image.toLowerCase(Locale.ROOT).replaceAll("[^-a-z0-9]", "").replaceAll("^[^a-z]+", "");
        return name.substring(0, Math.min(name.length(), LONGEST)).replaceAll("-+$", "");
    }
}
