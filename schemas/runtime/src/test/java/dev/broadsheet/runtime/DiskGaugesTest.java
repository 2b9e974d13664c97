package dev.broadsheet.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class DiskGaugesTest {
    @TempDir
    Path folder;

    @Test
    void applicationsOfOneServiceShareTheGaugesOfTheirFolderWithoutAWarning() {
        Logger logger = (Logger) LoggerFactory.getLogger(MeterRegistry.class);
        ListAppender<ILoggingEvent> warned = new ListAppender<>();
        warned.start();
        logger.addAppender(warned);
        logger.setLevel(Level.DEBUG); // only the first of a process is a warning
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        try {
            StreamsApp.watchDisk(folder.toFile(), meters);
            StreamsApp.watchDisk(folder.toFile(), meters);
        } finally {
            logger.detachAppender(warned);
            logger.setLevel(null);
        }

        assertThat(warned.list).isEmpty();
        assertThat(meters.get("disk.free").gauge().value()).isPositive();
    }
}
