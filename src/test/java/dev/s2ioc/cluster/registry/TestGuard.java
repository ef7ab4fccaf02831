package dev.s2ioc.cluster.registry;

import dev.s2ioc.cluster.kind.User;
import java.util.Optional;

/** Two tokens: {@code ana} works in project demo, {@code root} everywhere. */
record TestGuard(boolean anonymousPull) implements Guard {
    @Override
    public Optional<User> user(String token) {
        return switch (token) {
            case "ana-token" -> Optional.of(User.named("ana", ""));
            case "root-token" -> Optional.of(User.named("kubeadmin", ""));
            default -> Optional.empty();
        };
    }

    @Override
    public boolean allows(User user, Permission permission, String repository) {
        boolean reading = permission == Permission.PULL || permission == Permission.CATALOG;
        return user.isAdmin()
                || anonymousPull && reading
                || user.name().equals("ana") && permission != Permission.PRUNE && repository.startsWith("demo/");
    }
}
