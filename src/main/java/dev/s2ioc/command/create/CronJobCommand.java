package dev.s2ioc.command.create;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Creates a cron job, which creates jobs at times. */
@Command(
        name = "cronjob",
        description = "Create a cron job: jobs that run at certain times.",
        footer = {
            "",
            "Examples:",
            "  # Run a command every minute",
            "  s2ioc create cronjob tick --image=busybox --schedule='*/1 * * * *' -- date"
        })
public final class CronJobCommand implements Action {

    @Mixin
    NameAndCommand words = new NameAndCommand();

    @Option(names = "--image", paramLabel = "IMAGE", description = "The image to run.")
    String image = "";

    @Option(names = "--schedule", paramLabel = "CRON", description = "When to run it, as in '0 3 * * *'.")
    String schedule = "";

    @Option(
            names = "--restart",
            paramLabel = "OnFailure|Never",
            description = "What to do when the container fails. Default: OnFailure")
    String restart = "OnFailure";

    @Mixin
    CreateFlags create = new CreateFlags();

    private final CommandContext context;

    CronJobCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        words.check();
        if (image.isEmpty() && schedule.isEmpty()) {
            throw new CommandFailure("required flag(s) \"image\", \"schedule\" not set");
        }
        CreateFlags.require("image", !image.isEmpty());
        CreateFlags.require("schedule", !schedule.isEmpty());
        NewObject cron = new NewObject(context, create, "batch/v1", "CronJob", words.name);
        ObjectNode spec = cron.body().putObject("spec").put("schedule", schedule);
        ObjectNode template = spec.putObject("jobTemplate");
        template.putObject("metadata").put("name", words.name);
        template.set("spec", JobCommand.spec(words, image, restart));
        cron.createOr("failed to create cronjob: ");
    }
}
