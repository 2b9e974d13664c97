package dev.broadsheet.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** The version of this build, for example "0.1.0". */
public final class Software {
    private Software() {}

    public static String version() {
        Properties properties = new Properties();
        try (InputStream in = Objects.requireNonNull(
                Software.class.getResourceAsStream("software.properties"), "software.properties is missing")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Objects.requireNonNull(properties.getProperty("version"), "software.properties names no version");
    }
}
