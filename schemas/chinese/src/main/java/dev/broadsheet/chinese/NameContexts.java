package dev.broadsheet.chinese;

import com.hankcs.hanlp.corpus.dictionary.item.EnumItem;
import com.hankcs.hanlp.corpus.tag.NR;
import com.hankcs.hanlp.corpus.tag.NS;
import com.hankcs.hanlp.corpus.tag.NT;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.nr.PersonDictionary;
import com.hankcs.hanlp.dictionary.ns.PlaceDictionary;
import com.hankcs.hanlp.dictionary.nt.OrganizationDictionary;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * How often words stand before, behind and inside names in the newspapers that HanLP was trained on: a share of all times the word is
 * met, in coarse steps from 0 (never) to {@value #MOST} (mostly). Immutable; any thread may ask.
 */
public final class NameContexts {
    /** Where a word may stand, and of which names. */
    public enum Role {
        BEFORE_PERSON,
        BEHIND_PERSON,
        SURNAME,
        GIVEN_FIRST,
        GIVEN_LAST,
        GIVEN_ONLY,
        BEFORE_PLACE,
        BEHIND_PLACE,
        PLACE_END,
        BEFORE_ORGANIZATION,
        BEHIND_ORGANIZATION,
        INSIDE_ORGANIZATION,
        ORGANIZATION_END;

        /** Where the steps of this role are in those of all, which nobody keeps. */
        @SuppressWarnings("EnumOrdinal")
        private int shift() {
            return ordinal() * STEP_BITS;
        }
    }

    /** The highest step. */
    public static final int MOST = 7;

    private static final int STEP_BITS = 3;
    /** What a step's share is at least; each is about three times the one before. */
    private static final double[] SHARES = {0, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3};

    private static final Map<NR, Role> PERSONS = Map.of(
            NR.K, Role.BEFORE_PERSON,
            NR.L, Role.BEHIND_PERSON,
            NR.B, Role.SURNAME,
            NR.C, Role.GIVEN_FIRST,
            NR.D, Role.GIVEN_LAST,
            NR.E, Role.GIVEN_ONLY);
    private static final Map<NS, Role> PLACES =
            Map.of(NS.A, Role.BEFORE_PLACE, NS.B, Role.BEHIND_PLACE, NS.H, Role.PLACE_END);
    private static final Map<NT, Role> ORGANIZATIONS = Map.of(
            NT.A, Role.BEFORE_ORGANIZATION,
            NT.B, Role.BEHIND_ORGANIZATION,
            NT.C, Role.INSIDE_ORGANIZATION,
            NT.D, Role.ORGANIZATION_END);

    /** Steps of words asked for before; only words of the dictionaries, so it cannot grow for ever. */
    private final Map<String, Long> asked = new ConcurrentHashMap<>();

    private static final char FIRST_HAN = '\u4e00';
    private static final int HAN = 0x5200;
    private static final long ASKED = Long.MIN_VALUE;

    /** Steps of single Han characters asked for before, each with {@link #ASKED}: every surname of a text asks for two or three. */
    private final AtomicLongArray characters = new AtomicLongArray(HAN);

    private NameContexts() {}

    /** Loads the dictionaries of this process on the first call. */
    public static NameContexts load() {
        HanLp.names();
        return new NameContexts();
    }

    /** The same as for the word that has this character only. */
    public long of(char character) {
        int at = character - FIRST_HAN;
        if (at < 0 || at >= HAN) {
            return of(String.valueOf(character));
        }
        long known = characters.getOpaque(at);
        if (known == 0) {
            known = ASKED | read(String.valueOf(character));
            characters.setOpaque(at, known);
        }
        return known & ~ASKED;
    }

    /** The steps of all roles of a word, to be read by {@link #step}. */
    public long of(String word) {
        Long known = asked.get(word);
        if (known != null) {
            return known;
        }
        long steps = read(word);
        if (steps != 0) {
            asked.put(word, steps);
        }
        return steps;
    }

    private static long read(String word) {
        EnumItem<NR> person = PersonDictionary.dictionary.get(word);
        EnumItem<NS> place = PlaceDictionary.dictionary.get(word);
        EnumItem<NT> organization = OrganizationDictionary.dictionary.get(word);
        CoreDictionary.Attribute known = CoreDictionary.get(word);
        int times = Math.max(
                Math.max(known == null ? 0 : known.totalFrequency, times(person)),
                Math.max(times(place), times(organization)));
        return steps(person, PERSONS, times) | steps(place, PLACES, times) | steps(organization, ORGANIZATIONS, times);
    }

    /** How often the word was met near names of one kind; the dictionaries were counted on different texts. */
    private static <E extends Enum<E>> int times(@Nullable EnumItem<E> item) {
        return item == null
                ? 0
                : item.labelMap.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** 0 to {@value #MOST}. */
    public static int step(long steps, Role role) {
        return (int) (steps >>> role.shift()) & MOST;
    }

    private static <E extends Enum<E>> long steps(@Nullable EnumItem<E> item, Map<E, Role> roles, int times) {
        if (item == null) {
            return 0;
        }
        long steps = 0;
        for (Map.Entry<E, Integer> label : item.labelMap.entrySet()) {
            Role role = roles.get(label.getKey());
            if (role != null) {
                steps |= (long) step(label.getValue(), times) << role.shift();
            }
        }
        return steps;
    }

    /** A few times in a rare word say little: five times are added to all. */
    private static int step(int count, int times) {
        double share = count / (double) (times + 5);
        int step = 0;
        while (step < SHARES.length && share > SHARES[step]) {
            step++;
        }
        return step;
    }
}
