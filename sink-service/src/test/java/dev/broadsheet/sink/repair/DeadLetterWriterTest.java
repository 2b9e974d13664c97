package dev.broadsheet.sink.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.broadsheet.contracts.DeadLetterState;
import java.time.Clock;
import java.util.List;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator is told where Kafka takes no decision, or does not say. */
class DeadLetterWriterTest {
    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());

    private final Installation where = new Somewhere("kafka:9092", "http://registry");

    @BeforeEach
    void open() {
        producer.initTransactions();
    }

    @Test
    void aCommitThatIsNotAnsweredMayHaveHappenedAndIsNotAborted() {
        producer.commitTransactionException = new TimeoutException("no answer");

        assertThatExceptionOfType(RepairException.class)
                .isThrownBy(this::write)
                .withMessageContainingAll("did not tell", "dead-letters list --state all", "given again");
        assertThat(producer.transactionAborted()).isFalse();
    }

    @Test
    void aCommitThatFailsIsAborted() {
        producer.commitTransactionException = new KafkaException("not authorized");

        assertThatExceptionOfType(RepairException.class)
                .isThrownBy(this::write)
                .withMessageContaining("not authorized");
        assertThat(producer.transactionAborted()).isTrue();
    }

    @Test
    void anAbortThatFailsTooHidesNoCause() {
        producer.commitTransactionException = new KafkaException("not authorized");
        producer.abortTransactionException = new TimeoutException("no answer");

        assertThatExceptionOfType(RepairException.class)
                .isThrownBy(this::write)
                .withMessageContaining("not authorized");
    }

    private void write() {
        DeadLetterTargets targets = new DeadLetterTargets(where, topic -> 12);
        new DeadLetterWriter(where, "test", Clock.systemUTC(), producer)
                .write(List.of(), DeadLetterState.DISCARDED, targets);
    }
}
