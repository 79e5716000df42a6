package org.wbl.interviews.report;

import java.util.stream.Stream;

/**
 * One column of a sheet.
 *
 * @param source name of the column in the view
 * @param terms which codes the words of a {@link Kind#TERM} stand for, by kind in {@code report_term}
 * @param width in characters; at least what the longest word of the title takes
 * @param meaning what "Read me" says about it
 */
record Column(String title, String source, Kind kind, String terms, int width, String meaning) {

    private static final int BESIDE_A_WORD = 3;

    Column {
        var longest = Stream.of(title.split(" ", -1)).mapToInt(String::length).max();
        width = Math.max(width, longest.orElse(0) + BESIDE_A_WORD);
    }

    Column(String title, String source, Kind kind, int width, String meaning) {
        this(title, source, kind, "", width, meaning);
    }

    static Column term(String title, String source, String terms, int width, String meaning) {
        return new Column(title, source, Kind.TERM, terms, width, meaning);
    }
}
