package dev.broadsheet.cli.doctor;

import dev.broadsheet.standalone.Standalone;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Folders: there, writable, and with room on their disk. One that is missing is no fault where its user runs on another machine. */
public final class DiskCheck implements Check {
    private static final String SUBJECT = "disk";
    private static final long PLENTY = 8 * Standalone.LEAST_FREE_BYTES;

    private final Map<String, Path> folders;
    private final boolean usedHere;

    /** By what they are for: "drop folder" … {@code usedHere}: by a service on this machine. */
    public DiskCheck(Map<String, Path> folders, boolean usedHere) {
        this.folders = folders;
        this.usedHere = usedHere;
    }

    @Override
    public String subject() {
        return SUBJECT;
    }

    @Override
    public void run(Findings findings) {
        folders.forEach((use, folder) -> look(use, folder, findings));
    }

    private void look(String use, Path folder, Findings findings) {
        String what = use + " " + folder;
        if (!usedHere && !Files.isDirectory(folder)) {
            findings.warn(
                    SUBJECT,
                    what + " is not on this machine, where no intake is known to run, so it was not looked at",
                    "run the doctor where the intake runs");
        } else if (!Files.isDirectory(folder)) {
            findings.fail(SUBJECT, what + " is no folder", "create it, or mend the path");
        } else if (!Files.isWritable(folder)) {
            findings.fail(
                    SUBJECT,
                    what + " cannot be written by " + System.getProperty("user.name"),
                    "give the services' user the right to, and run the doctor as that user");
        } else {
            room(what, folder, findings);
        }
    }

    private static void room(String what, Path folder, Findings findings) {
        try {
            FileStore disk = Files.getFileStore(folder);
            long free = disk.getUsableSpace();
            String finding = what + ": " + Sizes.of(free) + " free";
            if (free < Standalone.LEAST_FREE_BYTES) {
                findings.fail(SUBJECT, finding, "make room: a start needs " + Sizes.of(Standalone.LEAST_FREE_BYTES));
            } else if (free < PLENTY) {
                findings.warn(
                        SUBJECT, finding, "make room soon: a full disk stops everything, though it loses nothing");
            } else {
                findings.ok(SUBJECT, finding);
            }
        } catch (IOException e) {
            findings.fail(SUBJECT, what + " does not tell how much is free: " + e, "see whether its disk is mounted");
        }
    }
}
