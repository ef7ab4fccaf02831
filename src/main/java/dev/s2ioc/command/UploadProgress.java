package dev.s2ioc.command;

import dev.s2ioc.client.BinaryUpload;
import dev.s2ioc.client.Session;

/** Passes on how an upload goes: to the user, to the time limit, and why the build does not take it yet. */
final class UploadProgress implements BinaryUpload.Listener, AutoCloseable {
    private final Session session;
    private final UploadNotice notice;
    private final Deadline deadline;
    private WaitingNotes notes;

    UploadProgress(Session session, UploadNotice notice, Deadline deadline) {
        this.session = session;
        this.notice = notice;
        this.deadline = deadline;
    }

    @Override
    public void phase(String phase) {
        notice.phase(phase);
        deadline.phase(phase);
    }

    @Override
    public synchronized void waiting(String build) {
        if (notes == null) {
            notes = new WaitingNotes(session, build, notice::note);
        }
    }

    @Override
    public synchronized void close() {
        if (notes != null) {
            notes.close();
        }
    }
}
