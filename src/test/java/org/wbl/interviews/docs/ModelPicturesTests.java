package org.wbl.interviews.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The picture of the root process")
class ModelPicturesTests {

    @Test
    void namesEveryElementOfTheModel() throws IOException {
        var picture = Jsoup.parse(Files.readString(ModelPictures.KEPT.resolve(ModelPictures.ROOT + ".svg")));
        var model = Bpmn.readModelFromFile(
                Path.of("processes", ModelPictures.ROOT + ".bpmn").toFile());

        for (var element : model.getModelElementsByType(FlowElement.class)) {
            var drawn =
                    picture.select("[data-element-id=%1$s], [data-element-id=%1$s_label]".formatted(element.getId()));
            assertThat(drawn)
                    .as("%s; draw it anew: mvn test-compile exec:java@pictures", element.getId())
                    .isNotEmpty();
            if (element.getName() != null) {
                // A name that is broken into lines loses the spaces between them.
                assertThat(drawn.text().replace(" ", ""))
                        .as("%s; draw it anew: mvn test-compile exec:java@pictures", element.getId())
                        .isEqualTo(element.getName().replace(" ", ""));
            }
        }
    }
}
