package dev.broadsheet.sink.reconcile;

import dev.broadsheet.sink.reconcile.Fact.LetterFact;
import dev.broadsheet.sink.reconcile.Fact.ReceiptFact;
import dev.broadsheet.sink.reconcile.Fact.UnreadableFact;
import dev.broadsheet.sink.reconcile.StoreContents.ArticleRow;
import dev.broadsheet.sink.reconcile.StoreContents.PageRow;
import dev.broadsheet.sink.store.Partition;
import dev.broadsheet.sink.store.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One reconciliation: the first look at everything, and later ones at what seemed wrong. One thread. */
final class Run {
    private static final List<String> RECORDS =
            Stream.of(TopicLog.BY_ISSUE, TopicLog.BY_PAGE).flatMap(List::stream).toList();
    /** Beyond these, what seems wrong is believed at once: then it is no hurry of some pages. */
    private static final int MOST_SUSPECTS = 20_000;

    private static final int PAGES_A_QUERY = 500;

    private final TopicLog log;
    private final StoreContents store;
    private final Instant since;
    private final Letters letters = new Letters();
    private final ReceiptIndex receipts = new ReceiptIndex();
    private final LongMap knownPages = new LongMap();
    private final List<UnreadableFact> unreadable = new ArrayList<>();
    private final Map<String, Integer> splitAgain = new HashMap<>();
    private final Stories suspects = new Stories();
    private final Findings findings;
    private Knowledge known;
    private Map<Partition, Long> read;

    Run(TopicLog log, StoreContents store, Instant since) {
        this.log = log;
        this.store = store;
        this.since = since;
        this.findings = new Findings(store.name());
        // Progress before ends: what was processed by then has its outcome before them.
        this.known = new Knowledge(
                letters,
                receipts,
                Progress.of(log, store),
                store.name(),
                log.keptSince("articles"),
                log.keptSince("issues"),
                log.keptSince(TopicLog.LETTERS));
        this.read = ends();
    }

    void firstLook() {
        Map<Partition, Long> starts = log.starts(RECORDS, since);
        log.read(partitions(List.of(TopicLog.LETTERS)), Map.of(), read, this::letter);
        for (int partition = 0; partition < log.partitions(); partition++) {
            deliveries(at(TopicLog.BY_ISSUE, partition), starts);
        }
        for (int partition = 0; partition < log.partitions(); partition++) {
            pages(partition, starts);
        }
        splitButUnknown(starts);
        store.pageIds(since, this::unknown);
    }

    boolean suspects() {
        return !suspects.pages().isEmpty() || !suspects.deliveries().isEmpty();
    }

    void nextLook() {
        known = new Knowledge(
                letters,
                receipts,
                Progress.of(log, store),
                store.name(),
                known.articlesKeptSince(),
                known.issuesKeptSince(),
                known.lettersKeptSince());
        Map<Partition, Long> ends = ends();
        log.read(partitions(List.of(TopicLog.LETTERS)), read, ends, this::letter);
        log.read(partitions(RECORDS), read, ends, recent(fact -> {
            receipt(fact);
            suspects.delivery(fact, false);
            suspects.page(fact, null);
        }));
        read = ends;
        rows(suspects.pages().values());
        judge(suspects.pages(), story -> PageAudit.of(story, known));
        judge(suspects.deliveries(), story -> DeliveryAudit.of(story, known));
    }

    /** Believes what is left. */
    Findings end() {
        suspects.pages().values().forEach(story -> findings.believe(PageAudit.of(story, known)));
        suspects.deliveries().values().forEach(story -> findings.believe(DeliveryAudit.of(story, known)));
        unreadable.forEach(this::unaccounted);
        return findings;
    }

    private void deliveries(List<Partition> partitions, Map<Partition, Long> starts) {
        Stories stories = new Stories();
        log.read(partitions, starts, read, recent(fact -> {
            receipt(fact);
            stories.delivery(fact, true);
        }));
        stories.deliveries()
                .forEach((key, story) -> first(
                        DeliveryAudit.of(story, known),
                        () -> suspects.deliveries().put(key, story)));
    }

    private void pages(int partition, Map<Partition, Long> starts) {
        Stories stories = new Stories();
        Function<String, PageStory> begin = pageId -> new PageStory(pageId, partition);
        log.read(at(TopicLog.BY_PAGE, partition), starts, read, recent(fact -> stories.page(fact, begin)));
        rows(stories.pages().values());
        stories.pages().forEach((pageId, story) -> {
            knownPages.put(pageId, 0, 0);
            first(PageAudit.of(story, known), () -> suspects.pages().put(pageId, story));
        });
    }

    /** Looks once more for the names of pages that have a SPLIT receipt and no record: rare, and cheaper than to keep all names. */
    private void splitButUnknown(Map<Partition, Long> starts) {
        if (!receipts.splitOnly(knownPages)) {
            log.read(partitions(List.of("receipts")), starts, read, recent(fact -> {
                if (fact instanceof ReceiptFact receipt
                        && receipt.pageId() != null
                        && receipt.state().equals("SPLIT")) {
                    unknown(receipt.pageId());
                }
            }));
        }
    }

    private void unknown(String pageId) {
        if (!knownPages.contains(pageId)) {
            suspects.pages().computeIfAbsent(pageId, id -> new PageStory(id, log.partitionOf(id)));
        }
    }

    private void first(Verdict verdict, Runnable suspect) {
        if (verdict.mayPass() && suspects.pages().size() + suspects.deliveries().size() < MOST_SUSPECTS) {
            suspect.run();
        } else {
            findings.believe(verdict);
        }
    }

    private <S> void judge(Map<String, S> stories, Function<S, Verdict> audit) {
        stories.values().removeIf(story -> {
            Verdict verdict = audit.apply(story);
            if (!verdict.mayPass()) {
                findings.believe(verdict);
            }
            return !verdict.mayPass();
        });
    }

    private void rows(Collection<PageStory> stories) {
        List<PageStory> all = List.copyOf(stories);
        for (int from = 0; from < all.size(); from += PAGES_A_QUERY) {
            List<PageStory> some = all.subList(from, Math.min(all.size(), from + PAGES_A_QUERY));
            List<String> ids = some.stream().map(PageStory::pageId).toList();
            // Articles first: a page that becomes whole in between lacks none of them.
            Map<String, List<ArticleRow>> articles =
                    store.articles(ids).stream().collect(Collectors.groupingBy(ArticleRow::pageId));
            Map<String, PageRow> pages = new HashMap<>();
            store.pages(ids).forEach(row -> pages.put(row.pageId(), row));
            some.forEach(
                    story -> story.rows(pages.get(story.pageId()), articles.getOrDefault(story.pageId(), List.of())));
        }
    }

    // The letters' last: what a replay wrote is never seen without the letter that tells of it.
    private Map<Partition, Long> ends() {
        Map<Partition, Long> ends = new HashMap<>(log.ends(RECORDS));
        ends.putAll(log.ends(List.of(TopicLog.LETTERS)));
        return ends;
    }

    private void letter(Fact fact) {
        if (fact instanceof LetterFact letter) {
            letters.accept(letter);
        }
    }

    private void receipt(Fact fact) {
        if (fact instanceof ReceiptFact receipt && receipts.repeats(receipt) && !isRepeated(receipt)) {
            findings.believe(new Difference(
                    Kind.DUPLICATED,
                    "receipts",
                    String.valueOf(receipt.pageId()),
                    receipt.issueId(),
                    null,
                    receipt.fileName(),
                    "a second " + receipt.state() + " receipt of the same version",
                    Advice.of(Kind.DUPLICATED, "receipts", store.name(), receipt.issueId())));
        }
    }

    /** Whether the guard was made to write what it had written in part once more; each replay of it accounts for one receipt. */
    private boolean isRepeated(ReceiptFact receipt) {
        if (!receipt.state().equals("SPLIT") || receipt.pageId() == null || receipt.issueId() == null) {
            return false;
        }
        Version version = new Version(receipt.receivedAt(), receipt.issueId(), receipt.generation());
        if (receipt.at().isBefore(known.lettersKeptSince())) {
            return true; // nobody can tell any more
        }
        int repeats = letters.repeats(PageAudit.splitting(receipt.pageId()), version);
        return repeats > 0 && splitAgain.merge(receipt.pageId() + "\n" + version, 1, Integer::sum) <= repeats;
    }

    private void unaccounted(UnreadableFact record) {
        if (!letters.contains(record.deadLetterId())
                && !record.at().isBefore(known.lettersKeptSince())
                && known.progress().passed(record.topic(), record.partition(), record.offset())) {
            findings.believe(new Difference(
                    Kind.LOST,
                    TopicLog.LETTERS,
                    record.deadLetterId(),
                    null,
                    null,
                    null,
                    "a record of " + record.topic() + " cannot be read, and no dead letter holds it",
                    "look in the logs of the stage that reads " + record.topic()));
        }
    }

    /** Leaves out what was received before. */
    private Consumer<Fact> recent(Consumer<Fact> facts) {
        return fact -> {
            Instant receivedAt = fact.receivedAt();
            if (fact instanceof UnreadableFact record) {
                unreadable.add(record);
            } else if (receivedAt == null || !receivedAt.isBefore(since)) {
                facts.accept(fact);
            }
        };
    }

    private List<Partition> partitions(List<String> topics) {
        return IntStream.range(0, log.partitions())
                .boxed()
                .flatMap(partition -> at(topics, partition).stream())
                .toList();
    }

    private static List<Partition> at(List<String> topics, int partition) {
        return topics.stream().map(topic -> new Partition(topic, partition)).toList();
    }
}
