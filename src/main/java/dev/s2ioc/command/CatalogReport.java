package dev.s2ioc.command;

import dev.s2ioc.newapp.Catalog;
import dev.s2ioc.newapp.CatalogEntries;
import java.io.IOException;
import java.io.PrintStream;

/** Tells what applications can be made of: everything, or what a search finds. */
final class CatalogReport {
    private final CommandContext context;
    private final PlanPrintFlags print;

    CatalogReport(CommandContext context, PlanPrintFlags print) {
        this.context = context;
        this.print = print;
    }

    void tell(NewAppCommand command) throws IOException {
        CatalogEntries entries = entries(command);
        PrintStream out = context.streams().out();
        if (print.isSet()) {
            print.printer(context).print(entries.list(), out);
            return;
        }
        if (entries.isEmpty()) {
            throw new CommandFailure("no matches found");
        }
        entries.lines().forEach(out::println);
    }

    private CatalogEntries entries(NewAppCommand command) {
        Catalog catalog = new Catalog(context.session(), command.images.importPolicy());
        Catalog.Query query = new Catalog.Query(
                command.words, command.templates.templates, command.images.imageStreams, command.images.images);
        if (command.list) {
            if (command.search) {
                throw new CommandFailure("--list and --search can't be used together");
            }
            if (!query.isEmpty()) {
                throw new CommandFailure("--list can't be used with arguments");
            }
            return catalog.all();
        }
        if (query.isEmpty()) {
            throw new CommandFailure("--search needs a term, as in: s2ioc new-app -S php; -L lists everything");
        }
        return catalog.search(query);
    }
}
