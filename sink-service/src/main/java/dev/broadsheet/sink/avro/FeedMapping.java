package dev.broadsheet.sink.avro;

import dev.broadsheet.contracts.FeedControl;
import dev.broadsheet.contracts.FeedState;
import dev.broadsheet.sink.store.StoredFeed;
import dev.broadsheet.sink.store.StoredFeedControl;

/** Feeds, and what was decided about them. */
final class FeedMapping {
    private FeedMapping() {}

    static StoredFeed feed(FeedState state) {
        return new StoredFeed(
                state.getFeed(),
                state.getPublication(),
                state.getZone(),
                state.getWindows(),
                state.getInstance(),
                state.getAnnouncedAt());
    }

    static StoredFeedControl control(FeedControl control) {
        return new StoredFeedControl(
                control.getFeed(), control.getPaused(), control.getReason(), control.getBy(), control.getAt());
    }
}
