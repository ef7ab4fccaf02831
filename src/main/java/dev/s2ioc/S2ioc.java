package dev.s2ioc;

import dev.s2ioc.command.Action;
import dev.s2ioc.command.ActsOnUsers;
import dev.s2ioc.command.AnnotateCommand;
import dev.s2ioc.command.ApiResourcesCommand;
import dev.s2ioc.command.ApiVersionsCommand;
import dev.s2ioc.command.ApplyCommand;
import dev.s2ioc.command.AttachCommand;
import dev.s2ioc.command.AutoscaleCommand;
import dev.s2ioc.command.BuildCommand;
import dev.s2ioc.command.CancelBuildCommand;
import dev.s2ioc.command.CommandContext;
import dev.s2ioc.command.CompletionCommand;
import dev.s2ioc.command.CpCommand;
import dev.s2ioc.command.DebugCommand;
import dev.s2ioc.command.DeleteCommand;
import dev.s2ioc.command.DescribeCommand;
import dev.s2ioc.command.DiffCommand;
import dev.s2ioc.command.EditCommand;
import dev.s2ioc.command.EventsCommand;
import dev.s2ioc.command.ExecCommand;
import dev.s2ioc.command.ExitCode;
import dev.s2ioc.command.ExplainCommand;
import dev.s2ioc.command.ExplainFailureCommand;
import dev.s2ioc.command.ExposeCommand;
import dev.s2ioc.command.ExtractCommand;
import dev.s2ioc.command.GetCommand;
import dev.s2ioc.command.GlobalFlags;
import dev.s2ioc.command.HelpCommand;
import dev.s2ioc.command.ImportImageCommand;
import dev.s2ioc.command.KustomizeCommand;
import dev.s2ioc.command.LabelCommand;
import dev.s2ioc.command.LoginCommand;
import dev.s2ioc.command.LogoutCommand;
import dev.s2ioc.command.LogsCommand;
import dev.s2ioc.command.NewAppCommand;
import dev.s2ioc.command.NewBuildCommand;
import dev.s2ioc.command.NewProjectCommand;
import dev.s2ioc.command.OptionsCommand;
import dev.s2ioc.command.PatchCommand;
import dev.s2ioc.command.PortForwardCommand;
import dev.s2ioc.command.ProcessCommand;
import dev.s2ioc.command.ProjectCommand;
import dev.s2ioc.command.ProjectsCommand;
import dev.s2ioc.command.ProxyCommand;
import dev.s2ioc.command.ReplaceCommand;
import dev.s2ioc.command.RollbackCommand;
import dev.s2ioc.command.RshCommand;
import dev.s2ioc.command.RsyncCommand;
import dev.s2ioc.command.RunCommand;
import dev.s2ioc.command.ScaleCommand;
import dev.s2ioc.command.StartBuildCommand;
import dev.s2ioc.command.StatusCommand;
import dev.s2ioc.command.Subcommands;
import dev.s2ioc.command.TagCommand;
import dev.s2ioc.command.VersionCommand;
import dev.s2ioc.command.WaitCommand;
import dev.s2ioc.command.WhoamiCommand;
import dev.s2ioc.command.WhyCommand;
import dev.s2ioc.command.adm.AdmCommand;
import dev.s2ioc.command.auth.AuthCommand;
import dev.s2ioc.command.cluster.ClusterCommand;
import dev.s2ioc.command.clusterinfo.ClusterInfoCommand;
import dev.s2ioc.command.complete.Completion;
import dev.s2ioc.command.config.ConfigCommand;
import dev.s2ioc.command.create.CreateCommand;
import dev.s2ioc.command.image.ImageCommand;
import dev.s2ioc.command.plugin.Plugin;
import dev.s2ioc.command.plugin.PluginCall;
import dev.s2ioc.command.plugin.PluginCommand;
import dev.s2ioc.command.policy.PolicyCommand;
import dev.s2ioc.command.registry.RegistryCommand;
import dev.s2ioc.command.rollout.RolloutCommand;
import dev.s2ioc.command.s2i.S2iCommand;
import dev.s2ioc.command.secrets.SecretsCommand;
import dev.s2ioc.command.set.SetCommand;
import dev.s2ioc.console.Programs;
import dev.s2ioc.flags.Specs;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command tree: what is not listed here cannot be typed. A command is constructed when argv names it. */
@Command(
        name = "s2ioc",
        description = "OpenShift client for builds and images, and a local cluster where there is none.",
        scope = ScopeType.INHERIT,
        abbreviateSynopsis = true,
        synopsisHeading = "%nUsage:%n  ",
        parameterListHeading = "%nArguments:%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        usageHelpAutoWidth = true)
public final class S2ioc implements Action {

    /** One line of the tree: a command's name, the group that help shows it in, and how to make it. */
    private record Entry(String name, String group, Function<CommandContext, Object> make) {}

    private static final String BASIC = "Basic Commands";
    private static final String BUILD = "Build and Deploy Commands";
    private static final String MANAGE = "Application Management Commands";
    private static final String TROUBLE = "Troubleshooting and Debugging Commands";
    private static final String ADVANCED = "Advanced Commands";
    private static final String LOCAL = "Local Cluster Commands";
    private static final String SETTINGS = "Settings Commands";
    private static final String OTHER = "Other Commands";

    private static final List<Entry> ENTRIES = List.of(
            new Entry("login", BASIC, LoginCommand::new),
            new Entry("new-project", BASIC, NewProjectCommand::new),
            new Entry("status", BASIC, StatusCommand::new),
            new Entry("project", BASIC, ProjectCommand::new),
            new Entry("projects", BASIC, ProjectsCommand::new),
            new Entry("new-app", BASIC, NewAppCommand::new),
            new Entry("explain", BASIC, ExplainCommand::new),
            new Entry("rollout", BUILD, RolloutCommand::tree),
            new Entry("rollback", BUILD, RollbackCommand::new),
            new Entry("new-build", BUILD, NewBuildCommand::new),
            new Entry("build", BUILD, BuildCommand::new),
            new Entry("start-build", BUILD, StartBuildCommand::new),
            new Entry("cancel-build", BUILD, CancelBuildCommand::new),
            new Entry("s2i", BUILD, S2iCommand::tree),
            new Entry("import-image", BUILD, ImportImageCommand::new),
            new Entry("tag", BUILD, TagCommand::new),
            new Entry("why", TROUBLE, WhyCommand::new),
            new Entry("explain-failure", TROUBLE, ExplainFailureCommand::new),
            new Entry("logs", TROUBLE, LogsCommand::new),
            new Entry("wait", TROUBLE, WaitCommand::new),
            new Entry("events", TROUBLE, EventsCommand::new),
            new Entry("rsh", TROUBLE, RshCommand::tree),
            new Entry("exec", TROUBLE, ExecCommand::new),
            new Entry("rsync", TROUBLE, RsyncCommand::new),
            new Entry("port-forward", TROUBLE, PortForwardCommand::new),
            new Entry("cp", TROUBLE, CpCommand::new),
            new Entry("debug", TROUBLE, DebugCommand::new),
            new Entry("run", TROUBLE, RunCommand::new),
            new Entry("proxy", TROUBLE, ProxyCommand::new),
            new Entry("attach", TROUBLE, AttachCommand::new),
            new Entry("create", MANAGE, CreateCommand::tree),
            new Entry("apply", MANAGE, ApplyCommand::tree),
            new Entry("get", MANAGE, GetCommand::new),
            new Entry("describe", MANAGE, DescribeCommand::new),
            new Entry("label", MANAGE, LabelCommand::new),
            new Entry("annotate", MANAGE, AnnotateCommand::new),
            new Entry("edit", MANAGE, EditCommand::new),
            new Entry("expose", MANAGE, ExposeCommand::new),
            new Entry("delete", MANAGE, DeleteCommand::new),
            new Entry("scale", MANAGE, ScaleCommand::new),
            new Entry("autoscale", MANAGE, AutoscaleCommand::new),
            new Entry("set", MANAGE, SetCommand::tree),
            new Entry("adm", ADVANCED, AdmCommand::tree),
            new Entry("replace", ADVANCED, ReplaceCommand::new),
            new Entry("secrets", MANAGE, SecretsCommand::tree),
            new Entry("patch", ADVANCED, PatchCommand::new),
            new Entry("kustomize", ADVANCED, KustomizeCommand::new),
            new Entry("cluster-info", ADVANCED, ClusterInfoCommand::tree),
            new Entry("diff", ADVANCED, DiffCommand::new),
            new Entry("process", ADVANCED, ProcessCommand::new),
            new Entry("extract", ADVANCED, ExtractCommand::new),
            new Entry("registry", ADVANCED, RegistryCommand::tree),
            new Entry("image", ADVANCED, ImageCommand::tree),
            new Entry("policy", ADVANCED, PolicyCommand::tree),
            new Entry("auth", ADVANCED, AuthCommand::tree),
            new Entry("api-versions", SETTINGS, ApiVersionsCommand::new),
            new Entry("api-resources", SETTINGS, ApiResourcesCommand::new),
            new Entry("config", SETTINGS, ConfigCommand::tree),
            new Entry("plugin", SETTINGS, S2ioc::pluginTree),
            new Entry("logout", SETTINGS, LogoutCommand::new),
            new Entry("whoami", SETTINGS, WhoamiCommand::new),
            new Entry("completion", SETTINGS, CompletionCommand::new),
            new Entry("cluster", LOCAL, ClusterCommand::tree),
            new Entry("help", OTHER, HelpCommand::new),
            new Entry("options", OTHER, OptionsCommand::new),
            new Entry("version", OTHER, VersionCommand::new));

    private static final Set<String> ASK_FOR_OVERVIEW = Set.of("help", "--help", "-h");

    /** Examples stand before the flags, as oc's help has them: most readers need no more. */
    private static final List<String> HELP_SECTIONS = List.of(
            UsageMessageSpec.SECTION_KEY_DESCRIPTION,
            UsageMessageSpec.SECTION_KEY_FOOTER,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
            UsageMessageSpec.SECTION_KEY_PARAMETER_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_PARAMETER_LIST,
            UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_OPTION_LIST,
            UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING,
            UsageMessageSpec.SECTION_KEY_SYNOPSIS);

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    boolean help;

    @Mixin
    final GlobalFlags flags;

    private final CommandContext context;

    private S2ioc(CommandContext context) {
        this.context = context;
        this.flags = context.flags();
    }

    /** Runs what the arguments name: a command, or a plugin where they name none; returns the exit code. */
    static int run(CommandContext context, String... arguments) {
        if (arguments.length > 0 && arguments[0].equals(Completion.WORD)) {
            String[] whole = Arrays.copyOf(arguments, Math.max(1, arguments.length - 1));
            return new Completion(context, tree(context, whole))
                    .run(List.of(arguments).subList(1, arguments.length));
        }
        if (asksForOverview(arguments)) {
            HelpCommand.printOverview(context.streams().out(), groups(), () -> tree(context));
            return ExitCode.OK;
        }
        boolean ours = arguments[0].startsWith("-") || isCommand(arguments[0]);
        Optional<Plugin> plugin =
                ours ? Optional.empty() : Plugin.named(List.of(arguments), new Programs(context.surroundings()));
        return plugin.map(found -> Specs.line(new PluginCall(found, context))
                        .setExecutionExceptionHandler(new ErrorHandler(context))
                        .execute())
                .orElseGet(() -> tree(context, arguments).execute(arguments));
    }

    /** The tree for these arguments: only the command that they name, or all of them when they name none. */
    public static CommandLine tree(CommandContext context, String... arguments) {
        context.arguments(arguments);
        CommandLine root = Specs.line(new S2ioc(context));
        named(arguments)
                .forEach(entry -> root.addSubcommand(
                        entry.name(), Subcommands.line(entry.make().apply(context))));
        ActsOnUsers.showIn(root);
        PrintWriter out = new PrintWriter(context.streams().out(), true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(context.streams().err(), true, StandardCharsets.UTF_8);
        ErrorHandler errors = new ErrorHandler(context);
        // As with oc, of a flag that is given twice the last one counts.
        return root.setOverwrittenOptionsAllowed(true)
                .setHelpSectionKeys(HELP_SECTIONS)
                .setAllowSubcommandsAsOptionParameters(true)
                .setOut(out)
                .setErr(err)
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        context.streams().terminal().colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
                .setUsageHelpWidth(Math.clamp(context.streams().terminal().width(), 60, 120))
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }

    /** The names of the commands, by group, in the order of the help text. */
    public static Map<String, List<String>> groups() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (String group : List.of(BASIC, BUILD, MANAGE, TROUBLE, ADVANCED, LOCAL, SETTINGS, OTHER)) {
            List<String> names = ENTRIES.stream()
                    .filter(entry -> entry.group().equals(group))
                    .map(Entry::name)
                    .toList();
            if (!names.isEmpty()) {
                groups.put(group, names);
            }
        }
        return groups;
    }

    /**
     * The commands that the arguments may name: a word may also be a flag's value ({@code -n project get is}), so each
     * that is a command's name counts. All commands if there is none, and for those that tell about all.
     */
    private static List<Entry> named(String... arguments) {
        Set<String> words = new HashSet<>(Arrays.asList(arguments));
        List<Entry> named =
                ENTRIES.stream().filter(entry -> words.contains(entry.name())).toList();
        boolean tellsAboutAll = words.contains("help") || words.contains("--help") && !isCommand(arguments[0]);
        return named.isEmpty() || tellsAboutAll ? ENTRIES : named;
    }

    private static boolean asksForOverview(String... arguments) {
        return arguments.length == 0 || arguments.length == 1 && ASK_FOR_OVERVIEW.contains(arguments[0]);
    }

    private static CommandLine pluginTree(CommandContext context) {
        return PluginCommand.tree(context, ENTRIES.stream().map(Entry::name).collect(Collectors.toSet()));
    }

    private static boolean isCommand(String word) {
        return ENTRIES.stream().anyMatch(entry -> entry.name().equals(word));
    }

    @Override
    public void run() {
        HelpCommand.printOverview(context.streams().out(), groups(), () -> tree(context));
    }
}
