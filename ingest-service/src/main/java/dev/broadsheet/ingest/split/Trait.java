package dev.broadsheet.ingest.split;

/** What the decoder sees of a row. A row's traits are a set of these, kept as the bits of a long; weights.tsv names them. */
enum Trait {
    /** Every row. */
    ANY,
    LEN_1_4,
    LEN_5_8,
    LEN_9_16,
    LEN_17_24,
    LEN_25_36,
    LEN_37_60,
    LEN_61_UP,
    /** Ends a sentence: 。 or … or these inside closing quotes or brackets. */
    STOP,
    /** Ends in ? or !, which headlines do too. */
    ASKS,
    /** Ends in a comma, enumeration comma or semicolon. */
    COMMA,
    COLON,
    DASH,
    /** A full stop stands inside. */
    INNER_STOP,
    INNER_COMMA,
    DIGITS,
    SPACED,
    MANY_SPACED,
    /** Brackets or quotes that do not balance. */
    FRAGMENT,
    /** Ends in a short bracket as columns put behind a headline. */
    COLUMN,
    DATELINE,
    /** Opens like a news lead without a dateline: a date, 近日, 记者从. */
    OPENER,
    /** Nothing but a credit with its word. */
    CREDIT,
    /** Nothing but a photographer's credit. */
    PHOTO_CREDIT,
    /** Nothing but names. */
    NAMES,
    /** One pair of brackets round the whole row. */
    BRACKETED,
    /** Running text that closes with a credit in brackets. */
    SIGNED,
    /** Running text that closes with a photographer's credit. */
    PHOTO_SIGNED,
    /** 图为 and the like. */
    PICTURE,
    INLINE_HEAD,
    SECTION,
    /** Stands word for word inside a longer row of the page. */
    PULL_QUOTE,
    /** Between a headline and a photographer's credit with little text between. */
    PHOTO_RUN,
    /** More blank lines before it than the page usually has. */
    GAP,
    /** Signed by a photographer and about what the text above is about ({@link PhotoTies}). */
    RELATED,
    /** Beside a credit that speaks of a picture, below a headline: a caption's place. */
    ILLUSTRATED,
    /** Like the headline before or after it among running text: as many rows, each about as long. */
    KIN,
    /** One of three and more headlines among running text that have exactly as many characters each. */
    SERIES,
    /** The opening of the next row takes up much of its wording, as a lead does with its title. */
    ECHOED,
    /** Could be a headline by form. */
    HEADISH,
    /** The last character before and the first here stand side by side elsewhere on the page. */
    SEAM,
    /** The row before is running text that stops in mid-sentence. */
    AFTER_OPEN,
    /** The row before could be a headline by form. */
    AFTER_HEADISH,
    /** The row before ends an article by credit. */
    AFTER_SIGNED,
    AFTER_DIGITS,
    /** As long as the row before, both short. */
    PARALLEL,
    MUCH_SHORTER,
    MUCH_LONGER,
    BEFORE_DATELINE,
    BEFORE_CREDIT,
    BEFORE_HEADISH,
    BEFORE_PHOTO,
    /** SEAM of the row after. */
    BEFORE_SEAM,
    /** Begins with blanks, on a page where some rows do and others do not. */
    INDENTED,
    /** The row before ends in a comma. */
    AFTER_COMMA,
    /** The row before opens a quotation or bracket that it does not close. */
    AFTER_FRAGMENT,
    /** Opens with a mark such as ● or ◆. */
    BULLET,
    /** Most headlines of the page have two rows. */
    TWO_ROWED,
    /** The page has at most one dateline. */
    UNDATED,
    /** The row before has no credit, on a page whose items end in credits. */
    UNSIGNED,
    /** Ends in the number of a page: a line of an index. */
    PAGE_REFERENCE,
    /** More blank lines after it than the page usually has. */
    BEFORE_GAP,
    /** The text below this headline shares many of its words with the text above. */
    COHESIVE,
    /** The text below this headline shares hardly a word with the text above. */
    LOOSE;

    long bit() {
        return 1L << index();
    }

    /** The bit's place; never stored, so the order of the constants may change. */
    @SuppressWarnings("EnumOrdinal")
    int index() {
        return ordinal();
    }

    boolean in(long traits) {
        return (traits & bit()) != 0;
    }
}
