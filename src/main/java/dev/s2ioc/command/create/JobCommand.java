package dev.s2ioc.command.create;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.s2ioc.client.Json;
import dev.s2ioc.client.KnownTypes;
import dev.s2ioc.command.Action;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CommandFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Creates a job: from an image, or the one that a cron job would create at its time. */
@Command(
        name = "job",
        description = "Create a job from an image, or from a cron job.",
        footer = {
            "",
            "Examples:",
            "  # Run a command once",
            "  s2ioc create job once --image=busybox -- date",
            "",
            "  # Run a cron job now",
            "  s2ioc create job now --from=cronjob/nightly"
        })
public final class JobCommand implements Action {

    @Mixin
    NameAndCommand words = new NameAndCommand();

    @Option(names = "--image", paramLabel = "IMAGE", description = "The image to run.")
    String image = "";

    @Option(names = "--from", paramLabel = "cronjob/NAME", description = "The cron job to take the job from.")
    String from = "";

    @Mixin
    CreateFlags create = new CreateFlags();

    private final CommandContext context;

    JobCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public void run() {
        words.check();
        if (image.isEmpty() == from.isEmpty()) {
            throw new CommandFailure("either --image or --from must be specified");
        }
        if (!from.isEmpty() && !words.command.isEmpty()) {
            throw new CommandFailure("cannot specify --from and command");
        }
        NewObject job = new NewObject(context, create, "batch/v1", "Job", words.name);
        if (from.isEmpty()) {
            job.body().set("spec", spec(words, image, "Never"));
        } else {
            copy(cronJob(), job.body());
        }
        job.createOr("failed to create job: ");
    }

    /** The specification of a job with one container. */
    static ObjectNode spec(NameAndCommand words, String image, String restartPolicy) {
        ObjectNode spec = Json.object();
        ObjectNode pod = spec.withObject("/template/spec");
        pod.putArray("containers").add(words.container(words.name, image));
        pod.put("restartPolicy", restartPolicy);
        return spec;
    }

    private JsonNode cronJob() {
        String[] typed = from.split("/", -1);
        boolean known = typed.length == 2 && KnownTypes.CRON_JOB.answersTo(typed[0].split("\\.")[0]);
        if (!known || typed[1].isEmpty()) {
            throw new CommandFailure("from must be an existing cronjob, as in --from=cronjob/nightly, not " + from);
        }
        return context.session().resources().get(KnownTypes.CRON_JOB, typed[1]);
    }

    private static void copy(JsonNode cronJob, ObjectNode job) {
        ObjectNode metadata = (ObjectNode) job.path("metadata");
        JsonNode template = cronJob.path("spec").path("jobTemplate");
        ObjectNode annotations = metadata.putObject("annotations").put("cronjob.kubernetes.io/instantiate", "manual");
        template.path("metadata")
                .path("annotations")
                .properties()
                .forEach(annotation -> annotations.set(annotation.getKey(), annotation.getValue()));
        if (template.path("metadata").has("labels")) {
            metadata.set("labels", template.path("metadata").path("labels"));
        }
        ObjectNode owner = metadata.putArray("ownerReferences").addObject();
        owner.put("apiVersion", "batch/v1").put("kind", "CronJob");
        owner.set("name", cronJob.path("metadata").path("name"));
        owner.set("uid", cronJob.path("metadata").path("uid"));
        owner.put("controller", true);
        job.set("spec", template.path("spec"));
    }
}
