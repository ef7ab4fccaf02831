package dev.s2ioc.newapp;

/**
 * For which command a build is planned.
 *
 * @param generatedBy the mark that the command leaves on what it makes
 * @param otherOutput how the user can have the image go elsewhere
 */
record Purpose(String command, String generatedBy, String otherOutput) {
    static final Purpose NEW_BUILD = new Purpose("new-build", "OpenShiftNewBuild", "set a different tag with --to");
    static final Purpose NEW_APP = new Purpose("new-app", "OpenShiftNewApp", "override artifact names with --name");
}
