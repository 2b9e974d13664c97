package dev.broadsheet.sink.reconcile.kafka;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.ArticleKind;
import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.DeadLetterState;
import dev.broadsheet.contracts.Delivery;
import dev.broadsheet.contracts.EnrichedArticle;
import dev.broadsheet.contracts.Entity;
import dev.broadsheet.contracts.EntityType;
import dev.broadsheet.contracts.Page;
import dev.broadsheet.contracts.PageVersion;
import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.ReceiptState;
import dev.broadsheet.contracts.SplitResult;
import dev.broadsheet.sink.store.Samples;
import dev.broadsheet.sink.store.Version;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** One page with one article of one entity, as the stages would have written its records. */
final class Records {
    static final Version VERSION = Samples.version(1);
    static final String PAGE = "page";

    private Records() {}

    static PageVersion version() {
        return new PageVersion(VERSION.receivedAt(), VERSION.issueId(), VERSION.generation());
    }

    static Delivery delivery() {
        return new Delivery("delivery", "default", "A02.txt", 10L, Samples.RECEIVED, VERSION.receivedAt(), null);
    }

    /** A delivery of its own for each version. */
    static Delivery delivery(Version version) {
        return Delivery.newBuilder(delivery())
                .setDeliveryId("delivery" + version.issueId())
                .setReceivedAt(version.receivedAt())
                .build();
    }

    static RawIssue issue() {
        return RawIssue.newBuilder()
                .setIssueId(VERSION.issueId())
                .setDelivery(delivery())
                .setContent(ByteBuffer.wrap("青川".getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    static Receipt receipt(ReceiptState state, String service) {
        return Receipt.newBuilder()
                .setState(state)
                .setDeliveryId("delivery")
                .setIssueId(VERSION.issueId())
                .setPageId(PAGE)
                .setFeed("default")
                .setFileName("A02.txt")
                .setAt(Samples.RECEIVED)
                .setReceivedAt(VERSION.receivedAt())
                .setService(service)
                .setInstance("one")
                .setStore(service.equals("sink") ? "postgresql" : null)
                .build();
    }

    static Page page() {
        return Page.newBuilder()
                .setPageId(PAGE)
                .setVersion(version())
                .setDelivery(delivery())
                .setLines(List.of())
                .setFurniture(List.of())
                .setArticleIds(List.of(Samples.articleId(VERSION, 0)))
                .setConfidence(1)
                .setExtractor("splitter")
                .build();
    }

    static Article article() {
        return Article.newBuilder()
                .setArticleId(Samples.articleId(VERSION, 0))
                .setPageId(PAGE)
                .setVersion(version())
                .setFeed("default")
                .setFileName("A02.txt")
                .setDeliveryId("delivery")
                .setOrdinal(0)
                .setPageArticles(1)
                .setKind(ArticleKind.NEWS)
                .setBylines(List.of())
                .setBlocks(List.of())
                .setConfidence(1)
                .setExtractor("splitter")
                .build();
    }

    static EnrichedArticle enriched() {
        Entity entity = Entity.newBuilder()
                .setMentionId("m")
                .setType(EntityType.PLACE)
                .setText("青川")
                .setBlock(0)
                .setStart(0)
                .setEnd(2)
                .setLines(List.of(1))
                .build();
        return EnrichedArticle.newBuilder()
                .setArticle(article())
                .setEntities(List.of(entity))
                .setMetrics(List.of())
                .setKeywords(List.of())
                .setExtractor("extractor")
                .build();
    }

    static SplitResult inside() {
        return new SplitResult(Page.newBuilder(page()).setPageId("inside").build(), List.of());
    }

    static DeadLetter letter(String stage, String topic, byte[] value) {
        return DeadLetter.newBuilder(letter())
                .setDeadLetterId("letter of " + topic)
                .setStage(stage)
                .setTopic(topic)
                .setValue(ByteBuffer.wrap(value))
                .setPartlyWritten(true)
                .build();
    }

    static DeadLetter letter() {
        return DeadLetter.newBuilder()
                .setDeadLetterId("t.articles-0-1-enrich")
                .setState(DeadLetterState.DEAD)
                .setStage("enrich")
                .setTopic("t.articles")
                .setPartition(0)
                .setOffset(1)
                .setKey(ByteBuffer.wrap(new byte[] {'k'}))
                .setValue(ByteBuffer.wrap(new byte[] {9, 9}))
                .setHeaders(List.of())
                .setCauseClass("c")
                .setCause("c")
                .setStack("s")
                .setSoftware("1")
                .setInstance("one")
                .setAt(Samples.RECEIVED)
                .build();
    }
}
