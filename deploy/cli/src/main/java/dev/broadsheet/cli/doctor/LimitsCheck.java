package dev.broadsheet.cli.doctor;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.broadsheet.runtime.SizeSettings;
import java.lang.management.ManagementFactory;
import java.util.Map;

/** Limits of the clients and of this machine's user. The brokers' and topics' own are told with the brokers and topics. */
public final class LimitsCheck implements Check {
    private static final String SUBJECT = "limits";
    /** A broker opens three files a segment; a Streams store some hundreds; a feed one a file in work. */
    private static final long OPEN_FILES = 4096;

    private final Map<String, String> kafka;

    /** {@code kafka}: the clients' own settings. */
    public LimitsCheck(Map<String, String> kafka) {
        this.kafka = Map.copyOf(kafka);
    }

    @Override
    public String subject() {
        return SUBJECT;
    }

    @Override
    public void run(Findings findings) {
        SizeSettings.problems(kafka)
                .forEach(problem ->
                        findings.fail(SUBJECT, problem, "take it out of the \"kafka\" settings, or raise it"));
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
            long most = system.getMaxFileDescriptorCount();
            String finding = "this user may open " + most + " files in a process";
            if (most < OPEN_FILES) {
                findings.warn(SUBJECT, finding, "raise it to " + OPEN_FILES + " or more (ulimit -n, LimitNOFILE)");
            } else {
                findings.ok(SUBJECT, finding);
            }
        }
    }
}
