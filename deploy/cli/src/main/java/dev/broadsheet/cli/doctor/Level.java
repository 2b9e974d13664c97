package dev.broadsheet.cli.doctor;

/** How bad a finding is: nothing to do, worth mending, or something does not work or will be lost. */
public enum Level {
    OK,
    WARN,
    FAIL
}
