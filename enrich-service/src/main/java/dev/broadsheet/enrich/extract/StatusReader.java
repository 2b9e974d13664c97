package dev.broadsheet.enrich.extract;

import dev.broadsheet.enrich.extract.StatusCues.Cue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells a target from what has happened by the last cue before the figure that reaches to it. A goal (力争) holds for its clause
 * whatever stands there, and for the later ones until these report something; a weak cue (推进) holds for its clause and for those
 * that describe the same thing (总投资, 年产). A sentence that goes on with one (其中, 二、) begins as that one ended.
 * One object per sentence; reading takes time linear in it.
 */
final class StatusReader {
    private static final Table WORDS = Table.read("figure-words.tsv", 2);
    private static final Lexicon DESCRIPTIONS = Lexicon.of(WORDS.group("description"));
    private static final Lexicon CONTINUATIONS = Lexicon.of(WORDS.group("continuation"));
    private static final Lexicon LISTS = Lexicon.of(WORDS.group("list"));
    private static final Lexicon PLANS = Lexicon.of(WORDS.group("plan"));
    private static final Lexicon ARRIVALS = Lexicon.of(WORDS.group("arrival"));
    /** 在720元的基础上提高到755元; 在12个社区增设 leaves nothing. */
    private static final Lexicon BASES = Lexicon.of(WORDS.group("basis"));

    private static final Lexicon STRIVING = Lexicon.of(List.of("力争", "争取", "确保"));
    /** A value that a change leaves stands at most so far behind its 由, its 到 so far behind it. */
    private static final int NEAR = 16;

    private final Sentence sentence;
    /** Of each position what the cues before it say of a figure there; null where they say nothing. */
    private final @Nullable Status[] told;
    /** The same of the cues of its own clause only. */
    private final @Nullable Status[] toldByClause;
    /** Of each position whether its clause goes on to a time that lies ahead. */
    private final boolean[] awaits;

    private boolean goal;
    private boolean likelyOnly;
    private boolean outcome;
    /** Where the last 建成后, 达产后 of the clause ends, or of the one before where it ends with it; -1 where there is none. */
    private int afterwards = -1;

    private boolean weakOnly;
    /** Whether the text is about a plan, which a list behind it belongs to. */
    private boolean plan;

    private boolean reported;
    private @Nullable Status status;
    private @Nullable Status clause;
    /** Behind the last weak cue of the clause; -1 where there is none. */
    private int weak = -1;

    private @Nullable Status lastFigure;

    private StatusReader(Sentence sentence, boolean[] awaits, @Nullable StatusReader before) {
        this.sentence = sentence;
        this.awaits = awaits;
        this.told = new @Nullable Status[sentence.end() - sentence.start() + 1];
        this.toldByClause = new @Nullable Status[told.length];
        this.status = before == null ? null : before.carried(sentence);
        this.plan = before != null
                && before.plan
                && (before.sentence.block() == sentence.block() || status == Status.TARGET);
    }

    /**
     * @param times what the times of the sentence say, in order
     * @param before of the sentence before, null for the first
     */
    static StatusReader of(Sentence sentence, List<Cue> times, @Nullable StatusReader before) {
        StatusReader reader = new StatusReader(sentence, StatusCues.awaits(sentence, times), before);
        reader.walk(StatusCues.find(sentence, times));
        return reader;
    }

    /** The status of the figure from {@code start} to {@code end}. */
    Status at(int start, int end) {
        int at = start - sentence.start();
        Status behind = toldByClause[at] == null ? StatusCues.behind(sentence, end) : null;
        boolean ahead = awaits[end - sentence.start()] || StatusCues.isRestDue(sentence, start, end);
        if (behind == null && toldByClause[at] == null && ahead) {
            behind = Status.TARGET;
        }
        Status known = behind == null ? told[at] : behind;
        Status found = known == null ? Status.ACTUAL : known;
        lastFigure = found;
        return found == Status.TARGET && isLeft(start, end) ? Status.ACTUAL : found;
    }

    private @Nullable Status carried(Sentence next) {
        if (plan && LISTS.matchLength(next.text(), next.start(), next.end()) > 0) {
            return Status.TARGET;
        }
        boolean goesOn = CONTINUATIONS.matchLength(next.text(), next.start(), next.end()) > 0;
        return goesOn ? (lastFigure == null ? status : lastFigure) : null;
    }

    private void walk(List<Cue> cues) {
        int next = 0;
        for (int i = sentence.start(); i <= sentence.end(); i++) {
            for (; next < cues.size() && cues.get(next).end() <= i; next++) {
                take(cues.get(next));
            }
            told[i - sentence.start()] = status;
            toldByClause[i - sentence.start()] = clause;
            plan |= PLANS.matchLength(sentence.text(), i, sentence.end()) > 0;
            if (i < sentence.end() && Sentences.isClauseEnd(sentence.at(i))) {
                if (weak >= 0 && next < cues.size() && isAimAt(cues.get(next), i + 1)) {
                    tell(weak, i);
                }
                endClause(i + 1);
            }
        }
    }

    private boolean isAimAt(Cue cue, int start) {
        return cue.start() == start
                && cue.kind() == StatusCues.Kind.GOAL
                && STRIVING.matchLength(sentence.text(), start, sentence.end()) > 0;
    }

    /** 推进30个项目，力争完成投资8亿元: what is pushed on for a goal is a part of it, whatever was reported before. */
    private void tell(int from, int to) {
        for (int i = from; i <= to; i++) {
            told[i - sentence.start()] = Status.TARGET;
        }
    }

    private void endClause(int next) {
        goal = false;
        afterwards = afterwards == next - 1 ? afterwards : -1;
        clause = null;
        weak = -1;
        char mark = sentence.at(next - 1);
        if ((mark == '：' && status == Status.ACTUAL) || (mark == '；' && likelyOnly)) {
            status = null;
        }
        reported &= mark != '：';
        if (weakOnly && DESCRIPTIONS.matchLength(sentence.text(), next, sentence.end()) == 0) {
            status = null;
            weakOnly = false;
        }
    }

    private void take(Cue cue) {
        switch (cue.kind()) {
            case GOAL -> ahead(true);
            case AHEAD -> ahead(goal);
            case LIKELY -> {
                likely(false);
                afterwards = sentence.at(cue.end() - 1) == '后' ? cue.end() : afterwards;
            }
            case OUTCOME -> outcome = !reported;
            case POSSIBLE -> {
                if (afterwards >= 0) {
                    ahead(goal);
                } else if (outcome) {
                    likely(false);
                }
            }
            case WEAK -> {
                likely(true);
                weak = cue.end();
            }
            case DONE -> done();
            case DONE_UNLESS_AHEAD -> {
                if (status != Status.TARGET || weakOnly) {
                    done();
                }
            }
            case NONE -> {}
        }
    }

    private void ahead(boolean holds) {
        status = Status.TARGET;
        clause = status;
        likelyOnly = false;
        goal = holds;
        weakOnly = false;
    }

    private void likely(boolean weakly) {
        if (status == null && !reported) {
            status = Status.TARGET;
            clause = status;
            weakOnly = weakly;
            likelyOnly = !weakly;
        }
    }

    private void done() {
        reported = true;
        outcome = false;
        likelyOnly = false;
        weakOnly = false;
        weak = -1;
        status = goal ? status : Status.ACTUAL;
        clause = status;
    }

    /** 由720元提高到755元: what a planned change leaves behind stands now. */
    private boolean isLeft(int start, int end) {
        for (int i = start - 1; i >= Math.max(sentence.start(), start - NEAR); i--) {
            char c = sentence.at(i);
            if (Sentences.isClauseEnd(c) || ARRIVALS.matchLength(sentence.text(), i, start) > 0) {
                return false;
            }
            if (c == '由' || c == '从') {
                return arrives(end, ARRIVALS);
            }
            if (c == '在' && arrives(end, BASES)) {
                return true;
            }
        }
        return false;
    }

    private boolean arrives(int from, Lexicon words) {
        int limit = Math.min(sentence.end(), from + NEAR);
        for (int i = from; i < limit && !Sentences.isClauseEnd(sentence.at(i)); i++) {
            if (words.matchLength(sentence.text(), i, limit) > 0) {
                return true;
            }
        }
        return false;
    }
}
