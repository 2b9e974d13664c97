package dev.broadsheet.runtime;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;

/**
 * A result that cannot be written, or is too large for its topic, makes its source record a dead letter; a broker or
 * registry that does not answer does not. Made by Kafka.
 */
public final class DeadLetterProductionHandler implements ProductionExceptionHandler {
    @SuppressWarnings("NullAway.Init") // configured by Kafka before its first use
    private Failures failures;

    @Override
    public void configure(Map<String, ?> configs) {
        failures = Failures.from(configs);
    }

    @Override
    public Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        if (Causes.passing(exception).isPresent()) {
            failures.repeated(exception);
            return Response.retry();
        }
        return judge(context, exception, exception instanceof RecordTooLargeException);
    }

    @Override
    @SuppressWarnings("rawtypes") // Kafka's own signature
    public Response handleSerializationError(
            ErrorHandlerContext context,
            ProducerRecord record,
            Exception exception,
            SerializationExceptionOrigin origin) {
        return judge(context, exception, true);
    }

    private Response judge(ErrorHandlerContext context, Exception exception, boolean poison) {
        return failures.judge(
                        context,
                        context.sourceRawKey(),
                        context.sourceRawValue(),
                        exception,
                        Failures.Doing.WRITING,
                        poison)
                .map(Response::resume)
                .orElseGet(Response::fail);
    }
}
