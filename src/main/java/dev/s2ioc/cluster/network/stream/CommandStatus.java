package dev.s2ioc.cluster.network.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.cluster.store.Json;

/** How a command ended, as its caller is told. */
final class CommandStatus {
    private CommandStatus() {}

    static ObjectNode of(int code) {
        ObjectNode status = Json.object();
        status.putObject("metadata");
        if (code == 0) {
            return status.put("status", "Success");
        }
        status.put("status", "Failure")
                .put("message", "command terminated with non-zero exit code: exit status " + code)
                .put("reason", "NonZeroExitCode");
        ObjectNode details = status.putObject("details");
        details.putArray("causes").addObject().put("reason", "ExitCode").put("message", Integer.toString(code));
        return status;
    }
}
