package dev.s2ioc.newapp;

import java.util.Optional;
import java.util.regex.Pattern;

/** The languages that a source's files give away. */
enum Language {
    RUBY("ruby", "Gemfile|Rakefile|config\\.ru"),
    JEE("jee", "pom\\.xml"),
    NODEJS("nodejs", "app\\.json|package\\.json"),
    PHP("php", "index\\.php|composer\\.json"),
    PYTHON("python", "requirements\\.txt|setup\\.py"),
    PERL("perl", "index\\.pl|cpanfile"),
    SCALA("scala", "build\\.sbt"),
    DOTNET("dotnet", "project\\.json|.*\\.csproj"),
    GOLANG("golang", "main\\.go|Godeps"),
    RUST("rust", "Cargo\\.toml");

    /** The name under which builders of it are found. */
    final String term;

    private final Pattern files;

    Language(String term, String files) {
        this.term = term;
        this.files = Pattern.compile(files);
    }

    /** The first language whose files are among these. */
    static Optional<Language> of(Iterable<String> names) {
        for (Language language : values()) {
            for (String name : names) {
                if (language.files.matcher(name).matches()) {
                    return Optional.of(language);
                }
            }
        }
        return Optional.empty();
    }
}
