package dev.broadsheet.runtime;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/** A record that cannot be read is a dead letter; a registry that does not answer is none. Made by Kafka. */
public final class DeadLetterDeserializationHandler implements DeserializationExceptionHandler {
    @SuppressWarnings("NullAway.Init") // configured by Kafka before its first use
    private Failures failures;

    @Override
    public void configure(Map<String, ?> configs) {
        failures = Failures.from(configs);
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        return failures.judge(context, record.key(), record.value(), exception, Failures.Doing.READING, true)
                .map(Response::resume)
                .orElseGet(Response::fail);
    }
}
