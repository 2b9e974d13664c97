package dev.broadsheet.runtime;

/**
 * One line of settings.tsv.
 *
 * @param key environment name; one that ends in "_" is a prefix under which everything is passed on to a client
 * @param service who reads it: common, ingest, enrich, sink or command
 * @param fallback what holds without it, in words where it is not a value; empty where there is nothing
 * @param meaning for the README
 */
record Setting(String key, String service, String fallback, String meaning) {
    boolean isPrefix() {
        return key.endsWith("_");
    }
}
