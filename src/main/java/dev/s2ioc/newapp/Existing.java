package dev.s2ioc.newapp;

/** What is done about a build config that is there already. */
public enum Existing {
    REFUSE,
    KEEP,
    /** It is changed to what a new one would say; what that does not say stays. */
    UPDATE
}
