package org.wbl.interviews.pdf;

import static java.util.stream.Collectors.toMap;

import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.text.Bidi;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Lets names in Arabic, Urdu and Hebrew be read: finds what runs from right to left, and gives each Arabic letter the
 * shape that it has beside its neighbours. A page of a PDF holds shapes from left to right, and knows neither.
 *
 * <p>Everything it needs is in Java's own Unicode tables. The library's module for it wants a second copy of them.
 */
final class RightToLeft implements BidiReorderer {

    private static final int LAM = 'ل';
    private static final String PAIRS = "()[]{}<>«»";

    /** Every shape by its letters and its place, such as "ب, FINAL FORM": as Unicode takes it apart and names it. */
    private static final Map<String, String> SHAPES = IntStream.concat(
                    IntStream.rangeClosed(0xFB50, 0xFBFF), IntStream.rangeClosed(0xFE70, 0xFEFC))
            .filter(Character::isLetter)
            .mapToObj(Character::toString)
            .collect(toMap(shape -> letters(shape) + ", " + place(shape), shape -> shape, (one, same) -> same));

    @Override
    public String shapeText(String text) {
        var letters = text.codePoints().toArray();
        var shaped = new StringBuilder();
        for (var at = 0; at < letters.length; at++) {
            var letter = Character.toString(letters[at]);
            var joinsBefore = joins(neighbour(letters, at, -1), "INITIAL FORM") && joins(letters[at], "FINAL FORM");
            if (letters[at] == LAM && at + 1 < letters.length) {
                var both = letter + Character.toString(letters[at + 1]);
                var ligature = SHAPES.get(both + (joinsBefore ? ", FINAL FORM" : ", ISOLATED FORM"));
                if (ligature != null) {
                    shaped.append(ligature);
                    at++;
                    continue;
                }
            }
            var joinsAfter = joins(letters[at], "INITIAL FORM") && joins(neighbour(letters, at, 1), "FINAL FORM");
            var place = joinsBefore
                    ? joinsAfter ? "MEDIAL FORM" : "FINAL FORM"
                    : joinsAfter ? "INITIAL FORM" : "ISOLATED FORM";
            shaped.append(SHAPES.getOrDefault(letter + ", " + place, letter));
        }
        return shaped.toString();
    }

    /** A letter joins the one after it when it has a shape for the beginning of a word, the one before for the end. */
    private static boolean joins(int letter, String place) {
        return SHAPES.containsKey(Character.toString(letter) + ", " + place);
    }

    /** The next letter in this direction; marks above and below letters do not part them. */
    private static int neighbour(int[] letters, int at, int step) {
        IntPredicate mark = letter -> Character.getType(letter) == Character.NON_SPACING_MARK;
        var next = at + step;
        while (next >= 0 && next < letters.length && mark.test(letters[next])) {
            next += step;
        }
        return next >= 0 && next < letters.length ? letters[next] : ' ';
    }

    @Override
    public String deshapeText(String text) {
        return letters(text);
    }

    @Override
    public String reorderRTLTextToLTR(String text) {
        var reversed = new StringBuilder(text).reverse();
        for (var at = 0; at < reversed.length(); at++) {
            var pair = PAIRS.indexOf(reversed.charAt(at));
            if (pair >= 0) {
                reversed.setCharAt(at, PAIRS.charAt(pair ^ 1));
            }
        }
        return reversed.toString();
    }

    @Override
    public boolean isLiveImplementation() {
        return true;
    }

    private static String letters(String shape) {
        return Normalizer.normalize(shape, Form.NFKC);
    }

    private static String place(String shape) {
        var name = Character.getName(shape.codePointAt(0));
        return name.substring(name.lastIndexOf(' ', name.lastIndexOf(' ') - 1) + 1);
    }

    /** The runs of a paragraph, each in one direction. */
    static final class Runs implements BidiSplitter {

        private Bidi runs = new Bidi("", Bidi.DIRECTION_LEFT_TO_RIGHT);

        @Override
        public void setParagraph(String paragraph, byte direction) {
            runs = new Bidi(paragraph, direction == RTL ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        }

        @Override
        public int countTextRuns() {
            return runs.getRunCount();
        }

        @Override
        public BidiTextRun getVisualRun(int index) {
            return new BidiTextRun(
                    runs.getRunStart(index),
                    runs.getRunLimit(index) - runs.getRunStart(index),
                    runs.getRunLevel(index) % 2 == 0 ? LTR : RTL);
        }

        @Override
        public byte getBaseDirection(String paragraph) {
            return new Bidi(paragraph, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight() ? LTR : RTL;
        }
    }
}
