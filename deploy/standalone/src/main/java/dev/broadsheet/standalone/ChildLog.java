package dev.broadsheet.standalone;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The file that a child writes its messages to; kept over starts, at most twice {@link #LARGEST} bytes. */
record ChildLog(Path file) {
    private static final long LARGEST = 5L * 1024 * 1024;

    void rotate() throws IOException {
        Files.createDirectories(file.getParent());
        if (Files.exists(file) && Files.size(file) > LARGEST) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The last line that speaks of trouble, and where to read more. */
    String lastTrouble() {
        try {
            List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains("ERROR") || line.contains("Exception") || line.contains("FATAL"))
                    .toList();
            String last = lines.isEmpty()
                    ? "no reason given"
                    : lines.get(lines.size() - 1).strip();
            return last + "; see " + file;
        } catch (IOException e) {
            return "no log to read (" + e.getMessage() + ")";
        }
    }
}
