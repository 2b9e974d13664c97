package dev.broadsheet.cli.doctor;

/** Bytes for people. */
public final class Sizes {
    private static final long MB = 1024 * 1024;

    private Sizes() {}

    public static String of(long bytes) {
        return bytes >= 10_240 * MB ? bytes / (1024 * MB) + " GB" : bytes / MB + " MB";
    }
}
