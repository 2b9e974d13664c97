package dev.broadsheet.ingest.pace;

/** Tells how much waits. One thread. */
public interface LagSource extends AutoCloseable {
    /** Throws Kafka's KafkaException where the brokers do not tell. */
    Lags read();

    @Override
    void close();
}
