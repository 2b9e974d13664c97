package dev.broadsheet.sink.reconcile;

/**
 * What a stage has to do: one record, whichever topic brings it to the stage.
 *
 * @param stage as dead letters name it
 * @param topic what kind of record it is: the topic that it stands on, or {@link #SPLIT_PAGES}
 * @param key of the record there; of an issue see {@link #ofDelivery}
 */
public record Work(String stage, String topic, String key) {
    /** Pages on their way inside split, before the version guard: its repartition topic and pages.backfill. */
    public static final String SPLIT_PAGES = "split pages";

    /** Several deliveries may bring the same bytes. */
    public static Work ofDelivery(String stage, String deliveryId, String issueId) {
        return new Work(stage, "issues", deliveryId + "\n" + issueId);
    }
}
