package dev.s2ioc.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Lets the user change objects in an editor before something is done with them. */
public final class EditBeforehand {

    /** What is done with the objects as the user has left them. */
    public interface Use {
        void accept(String source, String text) throws IOException, InterruptedException;
    }

    private final CommandContext context;
    private final String format;
    private final boolean windowsLineEndings;

    /** @param format yaml or json */
    public EditBeforehand(CommandContext context, String format, boolean windowsLineEndings) {
        this.context = context;
        this.format = format;
        this.windowsLineEndings = windowsLineEndings;
    }

    /** Opens the editor; what is left unchanged or empty is not used. When the use fails, the user's text is kept. */
    public void edit(List<ObjectNode> objects, Use use) throws IOException, InterruptedException {
        EditedObjects edited = EditedObjects.create(format, windowsLineEndings);
        String before = EditedObjects.text(objects, format);
        edited.write(List.of(), before);
        new Editor(context.surroundings()).open(edited.file());
        String after = edited.read();
        Optional<String> cancelled = after.isBlank()
                ? Optional.of("saved file was empty.")
                : Optional.of("no changes made.").filter(why -> after.equals(before));
        if (cancelled.isPresent()) {
            context.streams().err().println("Edit cancelled, " + cancelled.get());
            edited.delete();
            return;
        }
        boolean done = false;
        try {
            use.accept(edited.file().toString(), after);
            done = true;
        } finally {
            if (done) {
                edited.delete();
            } else {
                context.streams().err().println("A copy of your changes has been stored to \"" + edited.file() + "\"");
            }
        }
    }
}
