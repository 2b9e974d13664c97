package dev.broadsheet.ingest.split;

import dev.broadsheet.chinese.Seams;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Learns the splitter's weights from labelled pages, and measures what was learned on pages that were left out. Printed pages are learned from with
 * their variants; invented ones as they are, and without what one writer's choice of words gives away ({@link Cohesion}).
 */
public final class Training {
    private static final long HIDDEN = Trait.COHESIVE.bit() | Trait.LOOSE.bit();
    private static final double SMALLEST = 0.005;
    private static final int QUARTERS = 4;
    private final List<LabelledPage> printed;
    private final List<LabelledPage> invented;

    private Training(List<LabelledPage> printed, List<LabelledPage> invented) {
        this.printed = printed;
        this.invented = invented;
    }

    /**
     * Printed pages NAME.txt in `pages` with NAME.lines.tsv in `labels`, and invented ones in the folders `pages` and `labels` of
     * `invented`. Throws IOException in words for a person where a page and its labels do not fit each other.
     */
    public static Training of(Path pages, Path labels, Path invented) throws IOException {
        return new Training(
                LabelledPage.readAll(pages, labels),
                LabelledPage.readAll(invented.resolve("pages"), invented.resolve("labels")));
    }

    /** The text of weights.tsv, learned from all pages. The same pages give the same text on any machine. */
    public String weights() {
        StringBuilder table = new StringBuilder("trait\tfrom\tto\tweight\n");
        for (Weight weight : learn(printed, invented)) {
            if (Math.abs(weight.value()) >= SMALLEST) {
                table.append(String.format(
                        Locale.ROOT, "%s\t%s\t%s\t%.2f%n", weight.trait(), weight.from(), weight.to(), weight.value()));
            }
        }
        return table.toString();
    }

    /** The pages with a stretch of rows that the grammar cannot read as it is labelled; nothing is learned from that stretch. */
    public List<String> unreadable() {
        SheetReader reader = reader();
        return Stream.concat(printed.stream(), invented.stream())
                .filter(page -> !Example.of(page, reader, 0).stream().allMatch(Learner::isReadable))
                .map(LabelledPage::name)
                .toList();
    }

    /**
     * Gives to `each` the name of every printed page and how it is split by weights learned without it, and, unless `keepWords`, with
     * vocabularies that lack the entries found in no other printed page.
     */
    public void leaveOneOut(boolean keepWords, BiConsumer<String, SplitPage> each) {
        for (LabelledPage page : printed) {
            List<LabelledPage> others = new ArrayList<>(printed);
            others.remove(page);
            Predicate<String> gone = keepWords ? entry -> false : onlyIn(page, others);
            each.accept(
                    page.name(),
                    Vocabulary.lacking(gone, () -> splitter(others, invented).split(page.text())));
        }
    }

    /**
     * How often articles of pages left out have exactly their lines, by stated confidence: of printed pages one at a time, as they are,
     * without blank lines and without datelines; of invented ones a quarter at a time, without what is hidden in learning from them.
     */
    public Reliability reliability() {
        Reliability reliability = new Reliability();
        for (LabelledPage page : printed) {
            List<LabelledPage> others = new ArrayList<>(printed);
            others.remove(page);
            PageSplitter splitter = splitter(others, invented);
            for (LabelledPage variant : List.of(page, Variants.gapless(page), Variants.undated(page))) {
                reliability.add("printed", variant, splitter.split(variant.text()));
            }
        }
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            List<LabelledPage> out = new ArrayList<>();
            List<LabelledPage> others = new ArrayList<>();
            for (int i = 0; i < invented.size(); i++) {
                (i % QUARTERS == quarter ? out : others).add(invented.get(i));
            }
            PageSplitter splitter = new PageSplitter(learn(printed, others).stream()
                    .filter(weight -> (weight.trait().bit() & HIDDEN) == 0)
                    .toList());
            out.forEach(page -> reliability.add("invented", page, splitter.split(page.text())));
        }
        return reliability;
    }

    private static Predicate<String> onlyIn(LabelledPage page, List<LabelledPage> others) {
        String own = Chars.fold(page.text());
        List<String> texts =
                others.stream().map(other -> Chars.fold(other.text())).toList();
        return entry -> own.contains(entry) && texts.stream().noneMatch(text -> text.contains(entry));
    }

    private static PageSplitter splitter(List<LabelledPage> printed, List<LabelledPage> invented) {
        return new PageSplitter(learn(printed, invented));
    }

    private static List<Weight> learn(List<LabelledPage> printed, List<LabelledPage> invented) {
        SheetReader reader = reader();
        List<Example> examples = new ArrayList<>();
        Variants.of(printed).forEach(page -> examples.addAll(Example.of(page, reader, 0)));
        invented.forEach(page -> examples.addAll(Example.of(page, reader, HIDDEN)));
        examples.removeIf(example -> !Learner.isReadable(example));
        return new Learner(examples).learn();
    }

    private static SheetReader reader() {
        return new SheetReader(new CreditFinder(new CreditParser()), new FurnitureFinder(), Seams.create());
    }
}
