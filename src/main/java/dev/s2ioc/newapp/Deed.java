package dev.s2ioc.newapp;

/** What is done to a planned object. */
public enum Deed {
    CREATE("created"),
    UPDATE("updated"),
    /** It is there already and is not touched. */
    KEEP("left as it is");

    private final String told;

    Deed(String told) {
        this.told = told;
    }

    /** As it is told once it is done. */
    public String told() {
        return told;
    }
}
