package dev.broadsheet.sink.operations;

import dev.broadsheet.sink.console.ApiException;
import dev.broadsheet.sink.repair.OvertakenException;
import dev.broadsheet.sink.repair.RepairException;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;

/** What a caller is told where Kafka or the registry does not do what it is asked for. */
final class Brokers {
    private Brokers() {}

    /** Throws 409 where somebody else was faster, 503 where Kafka or the registry does not answer or refuses. */
    static <T> T ask(Supplier<T> work) {
        try {
            return work.get();
        } catch (OvertakenException e) {
            throw ApiException.conflict("overtaken", String.valueOf(e.getMessage()));
        } catch (RepairException | KafkaException e) {
            throw ApiException.unavailable(String.valueOf(e.getMessage()), e);
        }
    }
}
