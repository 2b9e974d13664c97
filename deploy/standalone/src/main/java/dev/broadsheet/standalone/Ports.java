package dev.broadsheet.standalone;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The ports that one installation listens on, all on the loopback interface. In a request 0 means: the one of the last
 * run on this folder, or any free one.
 *
 * @param controller the broker's second port, of no use to others
 */
public record Ports(
        int broker, int controller, int registry, int postgresql, int ingest, int enrich, int sink, int console) {
    /** Any free ones. */
    public static final Ports ANY = new Ports(0, 0, 0, 0, 0, 0, 0, 0);

    private static final ObjectMapper JSON = new ObjectMapper();

    static Ports read(Path file) {
        try {
            return Files.exists(file) ? JSON.readValue(file.toFile(), Ports.class) : ANY;
        } catch (IOException e) {
            throw new StandaloneException(file + " cannot be read: " + e.getMessage() + "; delete it", e);
        }
    }

    void write(Path file) {
        try {
            JSON.writeValue(file.toFile(), this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
