package dev.broadsheet.enrich.extract;

import java.util.List;

/** Tells the people who wrote an article, 记者甲 乙 通讯员丙, from those it is about. Asked in reading order; one object per sentence. */
final class Credits {
    private static final List<String> WRITERS = List.of("记者", "通讯员", "实习生");

    private final Sentence sentence;
    private int last = -1;

    Credits(Sentence sentence) {
        this.sentence = sentence;
    }

    /** Whether the name follows the word for who writes, or another such name. */
    boolean holds(Candidate name) {
        if (name.type() != EntityType.PERSON) {
            return false;
        }
        int end = name.start();
        while (end > sentence.start() && " 、".indexOf(sentence.at(end - 1)) >= 0) {
            end--;
        }
        boolean writes = end == last || endsWithWriter(end);
        last = writes ? name.end() : last;
        return writes;
    }

    private boolean endsWithWriter(int end) {
        return WRITERS.stream()
                .anyMatch(word -> end - word.length() >= sentence.start()
                        && sentence.text().startsWith(word, end - word.length()));
    }
}
