package dev.s2ioc.command;

import dev.s2ioc.source.Compression;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The flag that says how hard a directory is packed before it is sent. */
final class PackingFlags {

    @Option(
            names = "--compression",
            paramLabel = "LEVEL",
            converter = Level.class,
            description =
                    "How hard to pack a directory: 1 (quickest) to 9 (smallest), none, or auto, which packs harder"
                            + " while the line is slow. The same directory gives the same bytes with a fixed level, and the same"
                            + " tar in any case. Default: auto.")
    Compression given;

    boolean isGiven() {
        return given != null;
    }

    Compression compression() {
        return given == null ? Compression.AUTO : given;
    }

    /** Reads the flag's value. */
    static final class Level implements ITypeConverter<Compression> {
        @Override
        public Compression convert(String text) {
            if (text.equals("auto")) {
                return Compression.AUTO;
            }
            if (text.equals("none")) {
                return Compression.NONE;
            }
            if (text.matches("[1-9]")) {
                return Compression.level(text.charAt(0) - '0');
            }
            throw new TypeConversionException(
                    "invalid compression \"" + text + "\"; it is auto, none or a level from 1 to 9");
        }
    }
}
