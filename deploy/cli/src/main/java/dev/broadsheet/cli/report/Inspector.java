package dev.broadsheet.cli.report;

import dev.broadsheet.cli.report.IssueReport.ReportedArticle;
import dev.broadsheet.cli.report.IssueReport.ReportedBlock;
import dev.broadsheet.cli.report.IssueReport.ReportedByline;
import dev.broadsheet.cli.report.IssueReport.ReportedEntity;
import dev.broadsheet.cli.report.IssueReport.ReportedFlag;
import dev.broadsheet.cli.report.IssueReport.ReportedMetric;
import dev.broadsheet.cli.report.IssueReport.ReportedPeriod;
import dev.broadsheet.cli.report.IssueReport.ReportedRegion;
import dev.broadsheet.contracts.EntityType;
import dev.broadsheet.contracts.Ids;
import dev.broadsheet.enrich.check.ArticleChecker;
import dev.broadsheet.enrich.check.Checked;
import dev.broadsheet.enrich.check.Flag;
import dev.broadsheet.enrich.extract.EntityMention;
import dev.broadsheet.enrich.extract.MetricMention;
import dev.broadsheet.enrich.extract.MetricPeriod;
import dev.broadsheet.enrich.extract.SourceArticle;
import dev.broadsheet.enrich.extract.SourceBlock;
import dev.broadsheet.enrich.extract.SourceByline;
import dev.broadsheet.enrich.extract.Vocabulary;
import dev.broadsheet.enrich.indicator.Indicators;
import dev.broadsheet.enrich.link.LinkedArticle;
import dev.broadsheet.enrich.link.LinkedEntity;
import dev.broadsheet.enrich.link.LinkedPlace;
import dev.broadsheet.enrich.link.LinkedRegion;
import dev.broadsheet.enrich.link.Linker;
import dev.broadsheet.enrich.project.ProjectReader;
import dev.broadsheet.ingest.feed.Feed;
import dev.broadsheet.ingest.feed.FileHints;
import dev.broadsheet.ingest.split.Block;
import dev.broadsheet.ingest.split.PageHead;
import dev.broadsheet.ingest.split.SplitArticle;
import dev.broadsheet.ingest.split.SplitPage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Runs split and enrich on one page without any server: the same pure cores that the services run. Any thread. */
public final class Inspector {
    /** What is watched without a feeds.yaml; only its pattern of file names is used. */
    private static final Feed DEFAULT_FEED = Feed.standard(Path.of("drop"), null, null);

    private final SplitReader reader = new SplitReader();
    private final Linker linker;

    public Inspector() {
        this(Vocabulary.NONE);
    }

    /** One that knows an operator's names. */
    public Inspector(Vocabulary vocabulary) {
        this.linker = Linker.create(vocabulary);
    }

    /** {@code file}: a file name without folders, which may tell newspaper, date and page. Throws IOException, in words for a person, where the bytes are no text. */
    public IssueReport inspect(String file, byte[] bytes) throws IOException {
        SplitReader.Split split = reader.read(bytes);
        return report(file, split.charset(), named(file, split.page()));
    }

    /** What the file's name tells goes before what the page's printed head tells, as in the intake. */
    private static SplitPage named(String file, SplitPage page) {
        FileHints hints = DEFAULT_FEED.hints(file);
        PageHead head = page.head();
        PageHead known = new PageHead(
                first(hints.publication(), head.publication()),
                first(hints.issueDate(), head.issueDate()),
                first(hints.page(), head.page()));
        return new SplitPage(known, page.lines(), page.articles(), page.furniture(), page.confidence());
    }

    private static <T> @Nullable T first(@Nullable T named, @Nullable T printed) {
        return named == null ? printed : named;
    }

    /** What is found in a line of plain text that nothing else is known of. */
    public TextReport inspect(int index, String line) {
        SourceArticle source = new SourceArticle(
                "NEWS", null, null, null, null, List.of(), List.of(new SourceBlock("BODY", line)), null, null);
        LinkedArticle read = linker.read(source);
        return new TextReport(
                index, line, read.entities().stream().map(Inspector::entity).toList(), metrics(source, read));
    }

    /** The report of a page that was split elsewhere. */
    public IssueReport report(String file, String charset, SplitPage page) {
        LocalDate date = page.head().issueDate();
        return new IssueReport(
                file,
                charset,
                page.head().publication(),
                date == null ? null : date.toString(),
                page.head().page(),
                page.confidence(),
                page.articles().stream().map(article -> article(article, page)).toList(),
                page.furniture().stream().map(Inspector::block).toList());
    }

    private ReportedArticle article(SplitArticle article, SplitPage page) {
        SourceArticle source = source(article, page);
        LinkedArticle read = linker.read(source);
        return new ReportedArticle(
                article.kind().name(),
                article.section(),
                article.kicker(),
                article.title(),
                article.subtitle(),
                article.incomplete(),
                article.confidence(),
                region(read.region()),
                article.bylines().stream()
                        .map(byline -> new ReportedByline(byline.role().name(), byline.name()))
                        .toList(),
                article.blocks().stream().map(Inspector::block).toList(),
                read.entities().stream().map(Inspector::entity).toList(),
                metrics(source, read),
                ProjectReader.read(source, read).stream()
                        .map(ReportedProjects::of)
                        .toList(),
                read.keywords());
    }

    private static SourceArticle source(SplitArticle article, SplitPage page) {
        return new SourceArticle(
                article.kind().name(),
                article.section(),
                article.kicker(),
                article.title(),
                article.subtitle(),
                article.bylines().stream()
                        .map(byline -> new SourceByline(byline.role().name(), byline.name()))
                        .toList(),
                article.blocks().stream()
                        .map(block -> new SourceBlock(block.role().name(), block.text()))
                        .toList(),
                page.head().issueDate(),
                page.head().publication());
    }

    private static ReportedBlock block(Block block) {
        return new ReportedBlock(block.role().name(), block.text(), block.lines());
    }

    private static @Nullable ReportedRegion region(@Nullable LinkedRegion region) {
        if (region == null) {
            return null;
        }
        LinkedPlace place = region.place();
        return new ReportedRegion(
                region.name(), place == null ? null : place.code(), place == null ? null : place.path());
    }

    private static ReportedEntity entity(LinkedEntity entity) {
        EntityMention mention = entity.mention();
        LinkedPlace place = entity.place();
        String placeCode = place == null ? null : place.code();
        String placePath = place == null ? null : place.path();
        EntityType type = EntityType.valueOf(mention.type().name());
        return new ReportedEntity(
                mention.type().name(),
                mention.text(),
                mention.block(),
                mention.start(),
                mention.end(),
                entity.isDivision() ? placeCode : null,
                entity.isDivision() ? placePath : null,
                placeCode,
                placePath,
                entity.canonicalName(),
                Ids.canonicalId(type, entity.canonicalName(), placeCode, placePath),
                entity.role());
    }

    private static List<ReportedMetric> metrics(SourceArticle source, LinkedArticle read) {
        Checked checked = ArticleChecker.check(source, read.metrics());
        return IntStream.range(0, read.metrics().size())
                .mapToObj(i -> metric(read.metrics().get(i), checked.flags(i)))
                .toList();
    }

    private static ReportedMetric metric(MetricMention metric, List<Flag> flags) {
        return new ReportedMetric(
                metric.quote(),
                metric.block(),
                metric.start(),
                metric.end(),
                metric.indicator(),
                Indicators.canonical(metric.indicator(), metric.kind(), metric.normalizedUnit()),
                metric.subject(),
                metric.rawValue(),
                metric.value(),
                metric.unit(),
                metric.normalizedValue(),
                metric.normalizedUnit(),
                metric.min(),
                metric.max(),
                metric.qualifier().name(),
                metric.status().name(),
                metric.kind().name(),
                period(metric.period()),
                metric.growthBase() == null ? null : metric.growthBase().name(),
                flags.stream()
                        .map(flag -> new ReportedFlag(flag.check().name(), flag.figures()))
                        .toList());
    }

    private static @Nullable ReportedPeriod period(@Nullable MetricPeriod period) {
        return period == null ? null : new ReportedPeriod(period.text(), day(period.from()), day(period.to()));
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
