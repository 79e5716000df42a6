package org.wbl.interviews.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A name that is read from right to left")
class RightToLeftTests {

    private final RightToLeft letters = new RightToLeft();

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "beh alone, ب, FE8F",
        "joined at both sides, محمد, FEE3 FEA4 FEE4 FEAA",
        "dal joins nothing after it, داد, FEA9 FE8D FEA9",
        "lam and alef are one, سلام, FEB3 FEFC FEE1",
        "marks do not part letters, بَب, FE91 064E FE90",
        "words do not join, نب نب, FEE7 FE90 0020 FEE7 FE90",
        "letters of Urdu, چوہدری, FB7C FEEE FBA8 FEAA FEAD FBFC",
        "Hebrew has one shape, שרה, 05E9 05E8 05D4",
    })
    void hasTheShapesOfItsPlacesInTheWord(String what, String name, String shapes) {
        assertThat(codes(letters.shapeText(name))).isEqualTo(shapes);
        assertThat(letters.deshapeText(letters.shapeText(name))).isEqualTo(name);
    }

    @Test
    void isWrittenBackwardsWithItsBracketsTurned() {
        assertThat(letters.reorderRTLTextToLTR("(אב) ג")).isEqualTo("ג (בא)");
    }

    @Test
    void isFoundAmongOtherWords() {
        var runs = new RightToLeft.Runs();
        runs.setParagraph("Name: שרה כהן, 11", RightToLeft.Runs.LTR);

        assertThat(runs.countTextRuns()).isEqualTo(3);
        assertThat(runs.getVisualRun(1).getStart()).isEqualTo(6);
        assertThat(runs.getVisualRun(1).getDirection()).isEqualTo(RightToLeft.Runs.RTL);
        assertThat(runs.getBaseDirection("שרה")).isEqualTo(RightToLeft.Runs.RTL);
        assertThat(runs.getBaseDirection("Sara")).isEqualTo(RightToLeft.Runs.LTR);
    }

    private static String codes(String text) {
        return text.codePoints()
                .mapToObj("%04X"::formatted)
                .reduce((one, next) -> one + " " + next)
                .orElse("");
    }
}
