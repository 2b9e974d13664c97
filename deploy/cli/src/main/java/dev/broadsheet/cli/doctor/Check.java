package dev.broadsheet.cli.doctor;

/** Looks at one area. What does not answer is a finding; what a check throws is its own fault. */
public interface Check {
    /** "brokers", "disk" …: names the area where the check itself fails. */
    String subject();

    void run(Findings findings);
}
