package dev.broadsheet.enrich.project;

import dev.broadsheet.enrich.extract.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells which stretch of a block speaks of which projects. A scope begins in the clause of its first name, and ends where the next projects
 * are named, the text turns to many (全县), or the sentence ends; a sentence that names none but opens with 该项目, 项目 or 总投资 goes on with the
 * one named before. One object per article.
 */
final class ScopeFinder {
    /** Between two names in one breath at most so much stands: 、荥阳市贾峪镇. */
    private static final int LONGEST_JOINT = 12;
    /** 据介绍，整个项目. */
    private static final int LEADS = 3;

    /** A project's name in a block. */
    record Named(Span span, Draft project) {}

    private final boolean single;
    private @Nullable Group last;

    /** @param single whether the whole article names only one project */
    ScopeFinder(boolean single) {
        this.single = single;
    }

    /** @param names in order */
    List<Scope> find(BlockText block, List<Named> names) {
        List<Scope> scopes = new ArrayList<>();
        if (!single) {
            last = null;
        }
        int next = 0;
        for (Span sentence : block.sentences()) {
            int first = next;
            while (next < names.size() && names.get(next).span().start() < sentence.end()) {
                next++;
            }
            if (first == next) {
                goOn(block, sentence, scopes);
            } else {
                named(block, sentence, groups(block.text(), names.subList(first, next)), scopes);
            }
        }
        return scopes;
    }

    private void goOn(BlockText block, Span sentence, List<Scope> scopes) {
        Group group = last;
        if (group == null || !group.isOne() || !opensWithSame(block, sentence)) {
            last = single ? group : null;
            return;
        }
        int to = untilMany(block, sentence.start(), sentence.end());
        scopes.add(new Scope(block, sentence.start(), sentence.start(), to, sentence.start(), group));
    }

    private static boolean opensWithSame(BlockText block, Span sentence) {
        String text = block.text();
        int at = sentence.start();
        for (int i = 0; i < LEADS; i++) {
            int lead = ProjectWords.LEAD.matchLength(text, at, sentence.end());
            at += lead;
            at += lead > 0 && at < sentence.end() && text.charAt(at) == '，' ? 1 : 0;
        }
        int same = ProjectWords.SAME.matchLength(text, at, sentence.end());
        return same > 0 && at + same < sentence.end() && !Character.isDigit(text.charAt(at + same));
    }

    private void named(BlockText block, Span sentence, List<Group> groups, List<Scope> scopes) {
        int from = block.clauseStart(groups.get(0).start(), sentence.start());
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            int to = i + 1 < groups.size()
                    ? turn(block, group, groups.get(i + 1))
                    : Math.max(group.end(), sentence.end());
            scopes.add(new Scope(
                    block, sentence.start(), from, untilMany(block, behind(block, group, to), to), group.end(), group));
            from = to;
        }
        last = groups.size() == 1 ? groups.get(0) : null;
    }

    /** Where the text goes over from one group to the next: at the clause of its name, or at 、 where that clause began with the first. */
    private static int turn(BlockText block, Group group, Group next) {
        int clause = block.clauseStart(next.start(), group.end());
        String text = block.text();
        if (clause > group.end() || next.start() == group.end() || text.charAt(next.start() - 1) != '的') {
            return clause > group.end() ? clause : next.start();
        }
        int mark = next.start() - 1;
        while (mark >= group.end() && text.charAt(mark) != '、') {
            mark--;
        }
        return mark >= group.end() ? mark + 1 : next.start();
    }

    /** Behind 等5个重点项目, which are the group's own. */
    private static int behind(BlockText block, Group group, int to) {
        int limit = Math.min(to, group.end() + LONGEST_JOINT);
        int many = group.andOthers()
                ? ProjectWords.indexOf(ProjectWords.COLLECTIVE, block.text(), group.end(), limit)
                : -1;
        return many < 0 ? group.end() : many + ProjectWords.COLLECTIVE.matchLength(block.text(), many, to);
    }

    private static int untilMany(BlockText block, int from, int to) {
        int many = ProjectWords.indexOf(ProjectWords.COLLECTIVE, block.text(), from, to);
        return many < 0 ? to : block.clauseStart(many, from);
    }

    private static List<Group> groups(String text, List<Named> names) {
        List<Group> groups = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= names.size(); i++) {
            if (i == names.size()
                    || !isJoined(text, names.get(i - 1).span(), names.get(i).span())) {
                List<Named> own = names.subList(from, i);
                int end = own.get(own.size() - 1).span().end();
                groups.add(new Group(
                        own.stream().map(Named::span).toList(),
                        own.stream().map(Named::project).toList(),
                        text.startsWith("等", end) || text.startsWith("”等", end)));
                from = i;
            }
        }
        return groups;
    }

    private static boolean isJoined(String text, Span one, Span other) {
        if (other.start() <= one.end() || other.start() - one.end() > LONGEST_JOINT) {
            return false;
        }
        String between = text.substring(one.end(), other.start());
        int mark = between.startsWith("”") ? 1 : 0;
        if (mark == between.length() || "、和与及以".indexOf(between.charAt(mark)) < 0) {
            return false;
        }
        return between.chars().noneMatch(c -> Character.isDigit(c) || "，；：。！？的".indexOf(c) >= 0)
                && !ProjectWords.holds(ProjectWords.STAGE, between, 0, between.length());
    }
}
