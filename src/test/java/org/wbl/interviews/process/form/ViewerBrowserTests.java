package org.wbl.interviews.process.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.wbl.interviews.Chromium;

/** Keeps the written verdicts true; {@link ViewerVerdicts} writes them anew. */
@ExtendWith(Chromium.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("The real viewer")
class ViewerBrowserTests {

    private Viewer viewer;

    @BeforeAll
    void open() throws IOException {
        viewer = new Viewer();
    }

    @AfterAll
    void close() {
        viewer.close();
    }

    @Test
    void saysWhatIsWrittenOfTheCasesByHand() throws IOException {
        assertUnchanged(ViewerCase.WRITTEN);
    }

    @Test
    void saysWhatIsWrittenOfTheCasesByChance() throws IOException {
        assertUnchanged(ViewerCase.RANDOM);
    }

    @Test
    void computesWhatIsWrittenOfFeel() throws IOException {
        var written = FeelCases.read();

        assertThat(written.asked(viewer).expressions()).containsExactlyElementsOf(written.expressions());
    }

    private void assertUnchanged(Path file) throws IOException {
        var cases = ViewerCase.read(file);

        var verdicts = viewer.verdicts(cases);

        for (var i = 0; i < cases.size(); i++) {
            assertThat(verdicts.get(i))
                    .as(cases.get(i).name())
                    .isEqualTo(cases.get(i).verdict());
        }
    }
}
