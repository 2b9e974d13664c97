package dev.broadsheet.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.Block;
import dev.broadsheet.contracts.BlockRole;
import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.Ids;
import dev.broadsheet.contracts.MetricStatus;
import dev.broadsheet.contracts.PageVersion;
import dev.broadsheet.contracts.Project;
import dev.broadsheet.contracts.ProjectInvestment;
import dev.broadsheet.contracts.ProjectReport;
import dev.broadsheet.contracts.ProjectStage;
import dev.broadsheet.contracts.RecordState;
import dev.broadsheet.contracts.Run;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.enrich.extract.EntityMention;
import dev.broadsheet.enrich.extract.EntityType;
import dev.broadsheet.enrich.extract.LeftOut;
import dev.broadsheet.enrich.extract.MetricKind;
import dev.broadsheet.enrich.extract.MetricMention;
import dev.broadsheet.enrich.extract.Qualifier;
import dev.broadsheet.enrich.extract.SourceArticle;
import dev.broadsheet.enrich.extract.Status;
import dev.broadsheet.enrich.link.LinkedArticle;
import dev.broadsheet.enrich.link.LinkedEntity;
import dev.broadsheet.enrich.link.LinkedPlace;
import dev.broadsheet.runtime.DeadLetterContext;
import dev.broadsheet.runtime.TimeLimit;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same project followed through articles that come, change and go. */
class ProjectTopologyTest {
    private static final Topics TOPICS = new Topics("t.", 12);
    private static final LinkedPlace COUNTY = new LinkedPlace("510822", "青川县", "四川省/广元市/青川县");
    private static final String NAME = "青禾水库项目";
    private static final String ID = Ids.projectId(NAME, COUNTY.code(), COUNTY.path());
    private static final Pattern MONEY = Pattern.compile("总投资(\\d+)亿元");

    @TempDir
    Path folder;

    private final AvroSerdes serdes =
            new AvroSerdes(Map.of("schema.registry.url", "mock://project-topology", "auto.register.schemas", true));
    private final TimeLimit limit = new TimeLimit("project-test", Duration.ofSeconds(10));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private int drivers;

    @SuppressWarnings("NullAway.Init")
    private TopologyTestDriver driver;

    private TestInputTopic<String, Article> articles;
    private TestOutputTopic<String, Project> projects;

    @BeforeEach
    void start() {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "t.enrich");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
        config.put(
                StreamsConfig.STATE_DIR_CONFIG,
                folder.resolve("run" + drivers++).toString());
        EnrichTelemetry counters = new EnrichTelemetry(meters);
        Clock clock = Clock.fixed(Articles.NOON, ZoneOffset.UTC);
        DeadLetterContext context = new DeadLetterContext(
                "enrich",
                TOPICS,
                "enrich-1",
                "0",
                "x",
                clock,
                serdes.<DeadLetter>value().serializer());
        ArticleEnricher enricher = new ArticleEnricher(
                ProjectTopologyTest::read,
                limit,
                new Mapping("x"),
                serdes.<Article>value().serializer(),
                context);
        driver = new TopologyTestDriver(
                new EnrichTopology(TOPICS, serdes)
                        .build(
                                () -> new ArticleProcessor(enricher, new EnrichReceipts("enrich-1", clock), counters),
                                () -> new ProjectProcessor(counters)),
                config);
        articles = driver.createInputTopic(
                TOPICS.name(Topic.ARTICLES),
                new StringSerializer(),
                serdes.<Article>value().serializer());
        projects = driver.createOutputTopic(
                TOPICS.name(Topic.PROJECTS),
                new StringDeserializer(),
                serdes.<Project>value().deserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
        limit.close();
    }

    @Test
    void twoArticlesAreOneProjectThatKnowsBoth() {
        send(article("i1", LocalDate.of(2023, 3, 8), "青禾水库项目于2023年3月8日开工，总投资20亿元，计划2025年6月竣工。"));
        send(article("i2", LocalDate.of(2024, 5, 1), "青禾水库项目已竣工。"));

        TestRecord<String, Project> first = projects.readRecord();
        assertThat(first.key()).isEqualTo(ID);
        assertThat(first.getValue()).returns(ProjectStage.STARTED, Project::getStage);
        assertThat(new String(first.headers().lastHeader("region").value(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("510822");
        Project both = projects.readValue();
        assertThat(both)
                .returns(ID, Project::getProjectId)
                .returns(NAME, Project::getName)
                .returns("510822", Project::getPlaceCode)
                .returns(ProjectStage.COMPLETED, Project::getStage)
                .returns(LocalDate.of(2024, 5, 1), Project::getIssueDate);
        assertThat(both.getSources()).extracting(ProjectReport::getArticleId).containsExactly("i2-1", "i1-1");
        assertThat(both.getTotalInvestment())
                .returns("2000000000", ProjectInvestment::getValue)
                .returns("i1-1#m0-19-26", ProjectInvestment::getMetricId);
        assertThat(both.getMilestones())
                .extracting(milestone -> milestone.getStage() + " " + milestone.getStatus() + " " + milestone.getWhen()
                        + " " + milestone.getDay() + " "
                        + milestone.getEvidence().getArticleId())
                .containsExactly(
                        "STARTED ACTUAL 2023年3月8日 2023-03-08 i1-1",
                        "COMPLETED ACTUAL null null i2-1",
                        "COMPLETED TARGET 2025年6月 null i1-1");
        assertThat(both.getMilestones().get(0).getEvidence().getLines()).containsExactly(3, 5);
        assertThat(projects.isEmpty()).isTrue();
    }

    @Test
    void aCorrectedPageTakesBackWhatTheProjectNoLongerIs() {
        Article article = article("i1", LocalDate.of(2023, 3, 8), "青禾水库项目开工，总投资20亿元。");
        send(article);
        send(article("i2", LocalDate.of(2022, 1, 1), "青禾水库项目签约，总投资18亿元。"));
        assertThat(last().getTotalInvestment()).returns("2000000000", ProjectInvestment::getValue);

        Article corrected = Article.newBuilder(article)
                .setVersion(new PageVersion(Articles.NOON, "i1", 2L))
                .setBlocks(article("i1", null, "别的事情。").getBlocks())
                .build();
        send(corrected);

        Project restored = last();
        assertThat(restored.getStage()).isEqualTo(ProjectStage.SIGNED);
        assertThat(restored.getTotalInvestment()).returns("1800000000", ProjectInvestment::getValue);
        assertThat(restored.getSources()).hasSize(1);
    }

    @Test
    void whenNoArticleNamesItAnyMoreItIsRetractedAndSaysWhy() {
        Article article = article("i1", null, "青禾水库项目开工。");
        send(article);
        PageVersion by = new PageVersion(Articles.NOON.plusSeconds(1), "i9", 1L);
        send(Articles.retraction(article, by));

        Project gone = last();
        assertThat(gone)
                .returns(ID, Project::getProjectId)
                .returns(RecordState.RETRACTED, Project::getState)
                .returns(by, Project::getVersion);
        assertThat(Objects.requireNonNull(gone.getRetraction()).getSupersededBy())
                .isEqualTo("i9");
        assertThat(gone.getSources()).isEmpty();

        send(article);
        assertThat(projects.isEmpty()).as("the older version stays out").isTrue();
    }

    @Test
    void aReplayWritesNothing() {
        Article article = article("i1", LocalDate.of(2024, 3, 8), "2024年3月8日，青禾水库项目开工，总投资20亿元。");
        send(article);
        projects.readValue();

        send(article);

        assertThat(projects.isEmpty()).isTrue();
        assertThat(changes("unchanged")).isEqualTo(1);
    }

    @Test
    void everyChangeIsCountedOnceByWhatBecameOfIt() {
        Article first = article("i1", LocalDate.of(2024, 3, 8), "2024年3月8日，青禾水库项目开工，总投资20亿元。");
        Article second = article("i2", LocalDate.of(2024, 5, 1), "青禾水库项目已竣工。");
        send(first);
        send(second);
        send(first);
        send(Articles.retraction(first, new PageVersion(Articles.NOON.plusSeconds(1), "i8", 1L)));
        send(Articles.retraction(second, new PageVersion(Articles.NOON.plusSeconds(1), "i9", 1L)));

        assertThat(changes("written"))
                .as("two articles, and the project without the first")
                .isEqualTo(3);
        assertThat(changes("retracted")).isEqualTo(1);
        assertThat(changes("unchanged")).isEqualTo(1);
        assertThat(changes("passed_over")).isZero();
        assertThat(projects.readValuesToList()).hasSize(4);
    }

    @Test
    void anyOrderOfArrivalGivesTheSameProject() {
        List<Article> all = new ArrayList<>();
        String[] said = {"签约，总投资18亿元", "已开工", "开工，总投资20亿元", "计划2026年6月投产", "位于城东", "竣工，总投资21亿元"};
        for (int i = 0; i < said.length; i++) {
            LocalDate date = i % 3 == 0 ? null : LocalDate.of(2024, 1, 1 + i / 2);
            all.add(article("i" + i, date, "青禾水库项目" + said[i] + "。"));
        }
        Article gone = article("i8", LocalDate.of(2025, 1, 1), "青禾水库项目投产，总投资99亿元。");
        Project expected = played(all);
        assertThat(expected).satisfies(project -> {
            assertThat(project.getSources()).hasSize(said.length);
            assertThat(project.getTotalInvestment()).returns("2100000000", ProjectInvestment::getValue);
            assertThat(project.getMilestones())
                    .filteredOn(milestone -> milestone.getStatus() == MetricStatus.TARGET)
                    .hasSize(1);
        });
        Random random = new Random(5);
        for (int round = 0; round < 12; round++) {
            List<Article> shuffled = new ArrayList<>(all);
            shuffled.add(gone);
            Collections.shuffle(shuffled, random);
            shuffled.add(
                    shuffled.indexOf(gone) + 1 + random.nextInt(shuffled.size() - shuffled.indexOf(gone)),
                    Articles.retraction(gone, new PageVersion(Articles.NOON.plusSeconds(9), "i9", 1L)));
            assertThat(played(shuffled)).hasToString(expected.toString());
        }
    }

    @Test
    void ofTooManyArticlesTheOldestAreLeftOutAndCounted() {
        for (int i = 0; i < ProjectProcessor.MOST_REPORTS + 2; i++) {
            send(article(String.format("i%04d", i), LocalDate.of(2020, 1, 1).plusDays(i), "青禾水库项目开工。"));
        }

        assertThat(last().getSources())
                .hasSize(ProjectProcessor.MOST_REPORTS)
                .extracting(ProjectReport::getArticleId)
                .doesNotContain("i0000-1", "i0001-1");
        assertThat(meters.get("broadsheet.enrich.project_reports.dropped")
                        .counter()
                        .count())
                .isEqualTo(2);
        assertThat(changes("written")).isEqualTo(ProjectProcessor.MOST_REPORTS + 2);

        send(article("i0000", LocalDate.of(2020, 1, 1), "青禾水库项目开工。"));
        assertThat(projects.isEmpty())
                .as("what is left out at once changes nothing")
                .isTrue();
        assertThat(changes("unchanged")).isEqualTo(1);
        assertThat(meters.get("broadsheet.enrich.project_reports.dropped")
                        .counter()
                        .count())
                .isEqualTo(3);

        send(article("i9999", LocalDate.of(2023, 1, 1), "青禾水库项目已竣工。"));
        assertThat(last())
                .returns(ProjectStage.COMPLETED, Project::getStage)
                .satisfies(project -> assertThat(project.getSources())
                        .hasSize(ProjectProcessor.MOST_REPORTS)
                        .extracting(ProjectReport::getArticleId)
                        .startsWith("i9999-1")
                        .doesNotContain("i0002-1"));
    }

    private double changes(String outcome) {
        return meters.get("broadsheet.enrich.project.changes")
                .tag("outcome", outcome)
                .counter()
                .count();
    }

    /** What the topic holds in the end, played into an application that has seen nothing. */
    private Project played(List<Article> all) {
        driver.close();
        start();
        all.forEach(this::send);
        Map<String, Project> topic = projects.readKeyValuesToMap();
        assertThat(topic).containsOnlyKeys(ID);
        return Objects.requireNonNull(topic.get(ID));
    }

    private Project last() {
        List<Project> all = projects.readValuesToList();
        return all.get(all.size() - 1);
    }

    private void send(Article article) {
        articles.pipeInput(article.getArticleId(), article, Articles.NOON);
    }

    private static Article article(String issueId, @Nullable LocalDate date, String text) {
        Block block = new Block(
                BlockRole.BODY,
                text,
                List.of(3, 5),
                List.of(new Run(3, 0, 20, 9), new Run(5, 9, 40, text.length() - 9)));
        return Article.newBuilder(Articles.article(issueId, 0, 1, text))
                .setPageId(issueId)
                .setIssueDate(date)
                .setBlocks(
                        text.length() < 10
                                ? Articles.article(issueId, 0, 1, text).getBlocks()
                                : List.of(block))
                .build();
    }

    /** A core that knows one project and one kind of figure. */
    private static LinkedArticle read(SourceArticle article) {
        String text = article.blocks().get(0).text();
        int at = text.indexOf(NAME);
        Matcher money = MONEY.matcher(text);
        List<MetricMention> metrics = money.find() ? List.of(metric(money)) : List.of();
        List<LinkedEntity> entities = at < 0
                ? List.of()
                : List.of(new LinkedEntity(
                        new EntityMention(EntityType.PROJECT, NAME, 0, at, at + NAME.length()),
                        NAME,
                        COUNTY,
                        false,
                        null));
        return new LinkedArticle(null, entities, metrics, List.of(), LeftOut.NOTHING);
    }

    private static MetricMention metric(Matcher money) {
        return new MetricMention(
                money.group(),
                0,
                money.start(),
                money.end(),
                "总投资",
                null,
                money.group(1) + "亿元",
                new BigDecimal(money.group(1)),
                "亿元",
                new BigDecimal(money.group(1)).multiply(BigDecimal.valueOf(100_000_000)),
                "CNY",
                null,
                null,
                Qualifier.EXACT,
                Status.ACTUAL,
                MetricKind.LEVEL,
                null,
                null);
    }
}
