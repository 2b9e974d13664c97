package dev.broadsheet.sink.postgresql;

import dev.broadsheet.sink.store.Change;
import dev.broadsheet.sink.store.LastRecord;
import dev.broadsheet.sink.store.Outgoing;
import dev.broadsheet.sink.store.Refused;
import dev.broadsheet.sink.store.RefusedRecord;
import dev.broadsheet.sink.store.Retried;
import dev.broadsheet.sink.store.StoredArticle;
import dev.broadsheet.sink.store.StoredFeed;
import dev.broadsheet.sink.store.StoredFeedControl;
import dev.broadsheet.sink.store.StoredLatest;
import dev.broadsheet.sink.store.StoredLetter;
import dev.broadsheet.sink.store.StoredPage;
import dev.broadsheet.sink.store.StoredProject;
import dev.broadsheet.sink.store.StoredReceipt;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;

/**
 * A batch by table: of each article only the newest version, and of each project and series the last record, since one statement may
 * not touch a row twice; what was refused of them, unless something later of its key follows. Pages come in rounds for the same reason, each page at
 * most once in a round and its versions rising from round to round: every version that replaced another leaves it in the history.
 */
record Sorted(
        List<Collection<StoredPage>> pages,
        Collection<StoredArticle> articles,
        Collection<StoredProject> projects,
        List<StoredReceipt> receipts,
        Collection<StoredLatest> latest,
        List<Retried> retried,
        List<StoredLetter> letters,
        Collection<StoredFeed> feeds,
        Collection<StoredFeedControl> controls,
        Collection<RefusedRecord> refusals,
        List<Outgoing> messages,
        int refused) {

    static Sorted of(List<Change> changes) {
        List<Map<String, StoredPage>> pages = new ArrayList<>();
        Map<String, StoredArticle> articles = new TreeMap<>();
        Map<String, StoredProject> projects = new TreeMap<>();
        List<StoredReceipt> receipts = new ArrayList<>();
        Map<String, StoredLatest> latest = new TreeMap<>();
        List<Retried> retried = new ArrayList<>();
        List<StoredLetter> letters = new ArrayList<>();
        Map<String, StoredFeed> feeds = new TreeMap<>();
        Map<String, StoredFeedControl> controls = new TreeMap<>();
        Map<String, RefusedRecord> refusals = new TreeMap<>();
        List<Outgoing> messages = new ArrayList<>();
        int refused = 0;
        for (Change change : changes) {
            if (change instanceof StoredPage page) {
                add(pages, page);
            } else if (change instanceof StoredArticle article) {
                articles.merge(
                        article.articleId(), article, (a, b) -> b.version().compareTo(a.version()) > 0 ? b : a);
            } else if (change instanceof StoredProject project) {
                projects.put(project.projectId(), project);
                refusals.remove(id(project.source(), project.key()));
            } else if (change instanceof StoredReceipt receipt) {
                receipts.add(receipt);
            } else if (change instanceof StoredLatest figure) {
                latest.put(figure.seriesId(), figure);
                refusals.remove(id(figure.source(), figure.key()));
            } else if (change instanceof Retried again) {
                retried.add(again);
            } else if (change instanceof StoredLetter letter) {
                letters.add(letter);
            } else if (change instanceof StoredFeed feed) {
                feeds.merge(feed.feed(), feed, (a, b) -> b.at().isBefore(a.at()) ? a : b);
            } else if (change instanceof StoredFeedControl control) {
                controls.put(control.feed(), control); // in the order of the topic, as the intake obeys them
            } else if (change instanceof Refused refusal) {
                messages.addAll(refusal.messages());
                refused++;
                RefusedRecord place = refusal.place();
                if (place != null) {
                    refusals.put(id(place.source(), place.key()), place);
                }
            }
        }
        return new Sorted(
                pages.stream().map(Map::values).toList(),
                articles.values(),
                projects.values(),
                receipts,
                latest.values(),
                retried,
                letters,
                feeds.values(),
                controls.values(),
                refusals.values(),
                messages,
                refused);
    }

    /** With those of the replayed records that may be stored; none has the key of another record here. */
    Sorted and(List<LastRecord> claimed) {
        List<StoredProject> allProjects = new ArrayList<>(projects);
        List<StoredLatest> allLatest = new ArrayList<>(latest);
        for (LastRecord record : claimed) {
            if (record instanceof StoredProject project) {
                allProjects.add(project);
            } else if (record instanceof StoredLatest figure) {
                allLatest.add(figure);
            }
        }
        return new Sorted(
                pages,
                articles,
                allProjects,
                receipts,
                allLatest,
                retried,
                letters,
                feeds,
                controls,
                refusals,
                messages,
                refused);
    }

    List<LastRecord> lastRecords() {
        List<LastRecord> all = new ArrayList<>(projects);
        all.addAll(latest);
        return all;
    }

    private static String id(String source, String key) {
        return source + '\n' + key;
    }

    /** Into the first round that lacks the page; nowhere, where one already holds the same version or a newer one. */
    private static void add(List<Map<String, StoredPage>> rounds, StoredPage page) {
        for (Map<String, StoredPage> round : rounds) {
            StoredPage other = round.putIfAbsent(page.pageId(), page);
            if (other == null || other.version().compareTo(page.version()) >= 0) {
                return;
            }
        }
        rounds.add(new TreeMap<>(Map.of(page.pageId(), page)));
    }

    Set<String> pageIds() {
        Set<String> ids = new TreeSet<>();
        pages.forEach(round -> round.forEach(page -> ids.add(page.pageId())));
        articles.forEach(article -> ids.add(article.pageId()));
        return ids;
    }

    /** In ascending order, so that two writers cannot wait for each other in a circle. */
    List<Integer> buckets(ToIntFunction<String> bucketOf) {
        return pageIds().stream().map(bucketOf::applyAsInt).distinct().sorted().toList();
    }
}
