package dev.s2ioc.command.set;

import dev.s2ioc.print.TabWriter;

/** The list of triggers that {@code set triggers} prints; it shows that there are secrets, not which. */
final class TriggerTable {
    private final TabWriter rows = TabWriter.forKubernetes().line("NAME", "TYPE", "VALUE", "AUTO");

    void add(Subject subject, Triggers triggers) {
        String name = subject.label();
        rows.line(name, "config", "", String.valueOf(triggers.config));
        triggers.images.forEach(image -> rows.line(name, "image", image.words(), String.valueOf(image.auto())));
        for (String type : new String[] {"Generic", "GitHub", "GitLab", "Bitbucket"}) {
            triggers.webhooks.stream()
                    .filter(hook -> hook.path("type").asText().equals(type))
                    .forEach(hook -> {
                        boolean variables =
                                hook.path("generic").path("allowEnv").asBoolean();
                        rows.line(name, Triggers.WEBHOOKS.get(type), variables ? "<secret>, allowenv" : "<secret>", "");
                    });
        }
    }

    @Override
    public String toString() {
        return rows.toString();
    }
}
