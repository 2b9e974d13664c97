package dev.broadsheet.ingest.intake;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What a loop has to do, now or later. Posting: any thread, and it wakes the loop; all else on the loop's thread. */
final class Mailbox {
    private final LinkedBlockingQueue<Runnable> posted = new LinkedBlockingQueue<>();
    private final PriorityQueue<Due> later = new PriorityQueue<>(Comparator.comparingLong(Due::at));

    private record Due(long at, Runnable work) {}

    void post(Runnable work) {
        posted.add(work);
    }

    /** How much is posted and not done. Any thread. */
    int size() {
        return posted.size();
    }

    void later(long at, Runnable work) {
        later.add(new Due(at, work));
    }

    /** Does what was posted, without waiting. */
    void run() {
        Runnable work = posted.poll();
        while (work != null) {
            work.run();
            work = posted.poll();
        }
    }

    /** Does what has become due. */
    void runDue(long now) {
        while (!later.isEmpty() && later.peek().at() <= now) {
            later.remove().work().run();
        }
    }

    /** Waits until something is posted, something becomes due or the time has come; then does what was posted. */
    void await(long now, long until) throws InterruptedException {
        Due first = later.peek();
        long end = first == null ? until : Math.min(until, first.at());
        @Nullable Runnable work = posted.poll(Math.max(0, end - now), TimeUnit.MILLISECONDS);
        if (work != null) {
            work.run();
            run();
        }
    }
}
