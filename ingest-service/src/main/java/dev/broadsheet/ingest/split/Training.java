package dev.broadsheet.ingest.split;

import dev.broadsheet.chinese.Seams;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Learns the splitter's weights from labelled pages, and measures what was learned on pages that were left out. Printed pages are learned from with
 * their variants; invented ones as they are, and without what one writer's choice of words gives away ({@link Cohesion}).
 */
public final class Training {
    private static final long HIDDEN = Trait.COHESIVE.bit() | Trait.LOOSE.bit();
    private static final double SMALLEST = 0.005;
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
        for (Weight weight : learn(printed)) {
            if (Math.abs(weight.value()) >= SMALLEST) {
                table.append(String.format(
                        Locale.ROOT, "%s\t%s\t%s\t%.2f%n", weight.trait(), weight.from(), weight.to(), weight.value()));
            }
        }
        return table.toString();
    }

    /**
     * Gives to `each` the name of every printed page and how it is split by weights learned without it, and with vocabularies that lack
     * the entries found in no other printed page.
     */
    public void leaveOneOut(BiConsumer<String, SplitPage> each) {
        for (LabelledPage page : printed) {
            List<LabelledPage> others = new ArrayList<>(printed);
            others.remove(page);
            String own = Chars.fold(page.text());
            List<String> texts =
                    others.stream().map(other -> Chars.fold(other.text())).toList();
            Predicate<String> onlyHere =
                    entry -> own.contains(entry) && texts.stream().noneMatch(text -> text.contains(entry));
            SplitPage split = Vocabulary.lacking(onlyHere, () -> new PageSplitter(learn(others)).split(page.text()));
            each.accept(page.name(), split);
        }
    }

    private List<Weight> learn(List<LabelledPage> pages) {
        SheetReader reader =
                new SheetReader(new CreditFinder(new CreditParser()), new FurnitureFinder(), Seams.create());
        List<Example> examples = new ArrayList<>();
        Variants.of(pages).forEach(page -> examples.addAll(Example.of(page, reader, 0)));
        invented.forEach(page -> examples.addAll(Example.of(page, reader, HIDDEN)));
        return new Learner(examples).learn();
    }
}
