package dev.broadsheet.runtime;

import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/** What the topology calls poison is a dead letter; what it throws besides is a bug and stops the service. Made by Kafka. */
public final class DeadLetterProcessingHandler implements ProcessingExceptionHandler {
    @SuppressWarnings("NullAway.Init") // configured by Kafka before its first use
    private Failures failures;

    @Override
    public void configure(Map<String, ?> configs) {
        failures = Failures.from(configs);
    }

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        boolean poison = Causes.poison(exception).isPresent();
        return failures.judge(
                        context,
                        context.sourceRawKey(),
                        context.sourceRawValue(),
                        exception,
                        Failures.Doing.PROCESSING,
                        poison)
                .map(Response::resume)
                .orElseGet(Response::fail);
    }
}
