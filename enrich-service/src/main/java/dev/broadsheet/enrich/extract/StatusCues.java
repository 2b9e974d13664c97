package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Token;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what tells targets from facts in a sentence: words of {@code figure-words.tsv}, 将 and 要 before a doing, and times. Stateless. */
final class StatusCues {
    /** What a cue says of the figures behind it; {@link StatusReader} tells how far it reaches. */
    enum Kind {
        /** 力争, 计划: a goal, whatever its clause goes on to say (计划建成). */
        GOAL("target-strong"),
        /** 明年, 届时, 提出，: what follows lies ahead until something is reported. */
        AHEAD("target-ahead"),
        /** 投产后, 下半年: lies ahead in a sentence that has reported nothing. */
        LIKELY("target-likely"),
        /** 通车后: the same, once {@code POSSIBLE} (可, 能) follows; alone it may as well have happened. */
        OUTCOME("outcome"),
        POSSIBLE("possible"),
        /** 推进, 谋划: like {@code LIKELY}, for its clause only. */
        WEAK("target-weak"),
        /** 已, 去年, 了: happened. */
        DONE("actual"),
        /** 建成, 同比, 共: happened, unless the sentence speaks of what lies ahead. */
        DONE_UNLESS_AHEAD("actual-weak"),
        /** 规划局: holds a cue and is none. */
        NONE("neutral");

        private final String group;

        Kind(String group) {
            this.group = group;
        }
    }

    /** @param end where the figures it speaks of begin */
    record Cue(int start, int end, Kind kind) {}

    private static final Table TABLE = Table.read("figure-words.tsv", 2);
    private static final Map<String, Kind> KINDS = kinds();
    private static final Lexicon LEXICON = Lexicon.of(KINDS.keySet());
    private static final Lexicon EFFORTS = Lexicon.of(TABLE.group("effort"));
    private static final Lexicon WHOLE = Lexicon.of(TABLE.group("whole"));
    private static final Lexicon OFTEN = Lexicon.of(TABLE.group("how-often"));
    private static final Lexicon RESTS = Lexicon.reversed(TABLE.group("rest"));
    private static final Lexicon DEADLINES = Lexicon.of(TABLE.group("deadline"));
    private static final int DEADLINE_REACH = 30;
    private static final List<String> STRIVING = List.of("力争", "争取");
    private static final Lexicon HABITS = Lexicon.of(TABLE.group("habit"));
    /** What makes a state that has come about the ground for comparing with it: 由目前的, 比去年, 在现有 … 的基础上. */
    private static final String COMPARES = "由从比较在与";

    private static final String ALSO = "还也都均";
    private static final Lexicon AIMS = Lexicon.of(TABLE.group("aim"));
    /** What makes another word of a 为 behind it: 因为, 认为. */
    private static final String OTHER_WORDS = "因认作成以称视行";
    /** What makes another word, or a condition, of 要. */
    private static final String WISHES = "不只若如想快果";

    private static final String DONE_WORDS = "已了";
    private static final String BEFORE = "之前";
    private static final String PREPARING = "准备";
    private static final String AIM = "目标";
    /** So many characters may stand between a figure and the aim that it is: 的发展目标. */
    private static final int LONGEST_AIM = 5;

    private StatusCues() {}

    private static Map<String, Kind> kinds() {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            TABLE.group(kind.group).forEach(word -> {
                if (kinds.put(word, kind) != null) {
                    throw new IllegalStateException("figure-words.tsv gives " + word + " two meanings for the status");
                }
            });
        }
        return Collections.unmodifiableMap(kinds);
    }

    /**
     * In order of their ends.
     *
     * @param times what the times of the sentence say
     */
    static List<Cue> find(Sentence sentence, List<Cue> times) {
        List<Cue> found = new ArrayList<>(times);
        String text = sentence.text();
        boolean habit = false;
        Cue past = null;
        for (int i = sentence.start(); i < sentence.end(); ) {
            int length = LEXICON.matchLength(text, i, sentence.end());
            habit = text.charAt(i) != '；' && (habit || HABITS.matchLength(text, i, sentence.end()) > 0);
            Kind kind = length == 0 ? doing(sentence, i, habit, times) : KINDS.get(text.substring(i, i + length));
            int end = i + Math.max(1, length);
            kind = kind == Kind.GOAL && isPurpose(sentence, i) ? Kind.WEAK : kind;
            past = timeAt(times, i, past);
            if (kind == Kind.GOAL && past != null && isStriving(sentence, past, i)) {
                kind = Kind.NONE;
            }
            boolean compares = kind != null && isDone(kind) && COMPARES.indexOf(sentence.at(i - 1)) >= 0;
            if (kind != null && !compares && !isDeadline(text, i, end, times)) {
                found.add(new Cue(i, end, kind));
            }
            i = end;
        }
        found.sort(Comparator.comparingInt(Cue::end));
        return found;
    }

    /** The time that begins at {@code at} where it is over, nothing where it lies ahead or is open; else the last one. */
    private static @Nullable Cue timeAt(List<Cue> times, int at, @Nullable Cue last) {
        for (Cue time : times) {
            if (time.start() == at) {
                return time.kind() == Kind.DONE ? time : null;
            }
        }
        return last;
    }

    /** The 之前 of 明年6月之前: a part of the time that ends with it. */
    private static boolean isDeadline(String text, int start, int end, List<Cue> times) {
        return text.startsWith(BEFORE, start)
                && times.stream().anyMatch(time -> time.start() < start && time.end() == end);
    }

    /** 去年，全镇争取资金3000万元: what was striven for in a time that is over was got; a plan of then stays one. */
    private static boolean isStriving(Sentence sentence, Cue past, int at) {
        if (!STRIVING.contains(sentence.text().substring(at, Math.min(sentence.end(), at + 2)))) {
            return false;
        }
        for (int i = past.end(); i < at; i++) {
            if (FlatText.isDigit(sentence.at(i)) || sentence.at(i) == '；') {
                return false;
            }
        }
        return true;
    }

    /**
     * What the clause goes on to say of a figure that ends there: 将 before a doing announces (300名学生将参加), 已 reports (首笔28万元已到账), 的目标 calls it an aim.
     * Null where it says nothing of these.
     */
    static @Nullable Status behind(Sentence sentence, int from) {
        for (int i = from; i < sentence.end() && !Sentences.isClauseEnd(sentence.at(i)); i++) {
            char c = sentence.at(i);
            if (c == '已') {
                return Status.ACTUAL;
            }
            if (i - from <= LONGEST_AIM
                    && sentence.at(from) == '的'
                    && sentence.text().startsWith(AIM, i)) {
                return Status.TARGET;
            }
            if (c == '将'
                    && (announces(sentence, i, List.of())
                            || WHOLE.matchLength(sentence.text(), i + 1, sentence.end()) > 0)) {
                return Status.TARGET;
            }
        }
        return null;
    }

    /**
     * Of each position whether its clause goes on to a time that lies ahead or a deadline (剩余6个|12月底前完工), and reports nothing there (6月底前已完工,
     * 6月底前完成了).
     */
    static boolean[] awaits(Sentence sentence, List<Cue> times) {
        boolean[] awaits = new boolean[sentence.end() - sentence.start() + 1];
        for (Cue time : times) {
            if (time.kind() == Kind.AHEAD || time.kind() == Kind.WEAK) {
                awaits[time.start() - sentence.start()] = true;
            }
        }
        boolean ahead = false;
        boolean reported = false;
        for (int i = sentence.end() - 1; i >= sentence.start(); i--) {
            boolean ends = Sentences.isClauseEnd(sentence.at(i));
            reported = !ends && (reported || DONE_WORDS.indexOf(sentence.at(i)) >= 0);
            ahead = !ends && (ahead || awaits[i - sentence.start()]) && !reported;
            awaits[i - sentence.start()] = ahead;
        }
        return awaits;
    }

    /** 剩余|4个|春节前交付: whether the figure is a rest whose clause goes on to a deadline, and reports nothing. */
    static boolean isRestDue(Sentence sentence, int start, int end) {
        String text = sentence.text();
        int before = sentence.at(start - 1) == '的' ? start - 1 : start;
        if (RESTS.longestEnding(text, before, sentence.start()) == 0) {
            return false;
        }
        boolean due = false;
        int limit = Math.min(sentence.end(), end + DEADLINE_REACH);
        for (int i = end; i < limit && !Sentences.isClauseEnd(sentence.at(i)); i++) {
            if (DONE_WORDS.indexOf(sentence.at(i)) >= 0) {
                return false;
            }
            due |= DEADLINES.matchLength(text, i, sentence.end()) > 0;
        }
        return due;
    }

    private static boolean isDone(Kind kind) {
        return kind == Kind.DONE || kind == Kind.DONE_UNLESS_AHEAD;
    }

    private static @Nullable Kind doing(Sentence sentence, int at, boolean habit, List<Cue> times) {
        char c = sentence.at(at);
        if (AIMS.matchLength(sentence.text(), at, sentence.end()) > 0 && namesGoal(sentence, at)) {
            return Kind.WEAK;
        }
        boolean goal = (c == '将' && announces(sentence, at, times))
                || (c == '要' && !habit && demands(sentence, at))
                || (c == '准' && prepares(sentence, at));
        return goal ? Kind.AHEAD : null;
    }

    /** 为确保完成任务，: what was done for a goal is told behind the comma. */
    private static boolean isPurpose(Sentence sentence, int at) {
        int before = sentence.at(at - 1) == '了' ? at - 2 : at - 1;
        return sentence.at(before) == '为' && OTHER_WORDS.indexOf(sentence.at(before - 1)) < 0;
    }

    /** 围绕全年增长8%的目标: whether the clause goes on to a goal. */
    private static boolean namesGoal(Sentence sentence, int at) {
        int end = at;
        while (end < sentence.end() && !Sentences.isClauseEnd(sentence.at(end))) {
            end++;
        }
        return sentence.text().substring(at, end).contains("目标");
    }

    /**
     * 将 before a verb, an adverb, a time or what says how often (将每年投入) announces; 将 before a noun or a number is a preposition
     * (将道路扩为 …, 将每年8%的收入 …).
     */
    private static boolean announces(Sentence sentence, int at, List<Cue> times) {
        Token token = sentence.tokenAt(at) < sentence.tokens().size()
                ? sentence.tokens().get(sentence.tokenAt(at))
                : null;
        if (token == null) {
            return false;
        }
        if (token.start() != at || token.end() != at + 1) {
            return token.text().startsWith("将") && token.tag().startsWith("v");
        }
        int often = OFTEN.matchLength(sentence.text(), at + 1, sentence.end());
        return isDoing(tagAt(sentence, at + 1))
                || (often > 0 && isDoing(tagAt(sentence, at + 1 + often)))
                || times.stream().anyMatch(time -> time.start() == at + 1 && sentence.at(time.end()) != '的');
    }

    /** 要 before a doing that someone sets out to (要改造, 还要把, 要比去年); not 需要, 要走800米, 要300元. */
    private static boolean demands(Sentence sentence, int at) {
        boolean also = ALSO.indexOf(sentence.at(at - 1)) >= 0;
        return (sentence.isToken(at, at + 1, "") || (also && sentence.isToken(at - 1, at + 1, "")))
                && WISHES.indexOf(sentence.at(at - 1)) < 0
                && (isDoing(tagAt(sentence, at + 1)) || sentence.at(at + 1) == '新')
                && EFFORTS.matchLength(sentence.text(), at + 1, sentence.end()) == 0;
    }

    /** 准备 before a doing; not 准备好, 准备了, 准备工作. */
    private static boolean prepares(Sentence sentence, int at) {
        int end = at + PREPARING.length();
        return sentence.text().startsWith(PREPARING, at) && isDoing(tagAt(sentence, end)) && sentence.at(end) != '就';
    }

    private static boolean isDoing(String tag) {
        return tag.startsWith("v") || tag.startsWith("d") || tag.startsWith("p");
    }

    private static String tagAt(Sentence sentence, int position) {
        int index = sentence.tokenAt(position);
        return index < sentence.tokens().size() ? sentence.tokens().get(index).tag() : "";
    }
}
