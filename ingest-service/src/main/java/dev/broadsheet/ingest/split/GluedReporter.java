package dev.broadsheet.ingest.split;

import java.util.List;
import java.util.Optional;

/** A reporter whose name runs into the text: 本报讯 记者王小明昨日从… */
final class GluedReporter {
    private static final String ROLE = "记者";
    private static final int LONGEST = 3;
    private final Names names;
    private final List<String> followers = Vocabulary.words("lead-words.tsv");

    GluedReporter(Names names) {
        this.names = names;
    }

    Optional<CreditParser.Credit> read(String folded, String plain, int from) {
        int at = from;
        while (at < plain.length() && " :,".indexOf(plain.charAt(at)) >= 0) {
            at++;
        }
        if (plain.startsWith("本报", at)) {
            at += 2;
        }
        if (!plain.startsWith(ROLE, at)) {
            return Optional.empty();
        }
        int start = at + ROLE.length();
        for (int length = LONGEST; length >= 2; length--) {
            int end = start + length;
            if (end < plain.length() && startsFollower(plain, end) && isName(folded, plain, start, end)) {
                Byline reporter = new Byline(BylineRole.REPORTER, folded.substring(start, end));
                return Optional.of(new CreditParser.Credit(List.of(reporter), List.of(), List.of(), true, true, true));
            }
        }
        return Optional.empty();
    }

    private boolean isName(String folded, String plain, int start, int end) {
        return names.isPlain(folded.substring(start, end)) && !startsFollower(plain, start);
    }

    private boolean startsFollower(String plain, int at) {
        for (String word : followers) {
            if (plain.startsWith(word, at)) {
                return true;
            }
        }
        return false;
    }
}
