package org.wbl.interviews.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wbl.interviews.docs.Pictures.Picture;

@DisplayName("The pictures of models, decisions and forms")
class ModelPicturesTests {

    private static final String DRAW_ANEW = "%s; draw it anew: mvn test-compile exec:java@pictures";

    @ParameterizedTest
    @MethodSource("pictures")
    void areOfTheFilesAsTheyAreNow(Picture picture) throws IOException {
        assertThat(picture.file()).as(DRAW_ANEW, picture.name()).isNotEmptyFile();
        assertThat(Pictures.drawn().get(picture.name()))
                .as(DRAW_ANEW, picture.name())
                .isEqualTo(picture.checksum());
    }

    @Test
    void areAllOfThemAndNoOthers() throws IOException {
        try (var files = Files.walk(Pictures.FOLDER)) {
            assertThat(files.filter(Files::isRegularFile).map(Object::toString))
                    .as(DRAW_ANEW, Pictures.FOLDER)
                    .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                    Stream.of(Pictures.LOCK, Pictures.INDEX),
                                    Pictures.all().stream().map(Picture::file))
                            .map(Object::toString)
                            .collect(Collectors.toList()));
        }
        assertThat(Pictures.INDEX).as(DRAW_ANEW, Pictures.INDEX).hasContent(Pictures.index(Pictures.all()));
        assertThat(Pictures.drawn().keySet()).as(DRAW_ANEW, Pictures.LOCK).hasSameSizeAs(Pictures.all());
    }

    @ParameterizedTest
    @MethodSource("models")
    void nameEveryElementOfAModel(Picture picture) throws IOException {
        var drawing = Jsoup.parse(Files.readString(picture.file()));
        var model = Bpmn.readModelFromFile(picture.source().toFile());

        for (var element : model.getModelElementsByType(FlowElement.class)) {
            var drawn =
                    drawing.select("[data-element-id=%1$s], [data-element-id=%1$s_label]".formatted(element.getId()));
            assertThat(drawn).as(DRAW_ANEW, element.getId()).isNotEmpty();
            if (element.getName() != null) {
                // A name that is broken into lines loses the spaces between them.
                assertThat(drawn.text().replace(" ", ""))
                        .as(DRAW_ANEW, element.getId())
                        .isEqualTo(element.getName().replace(" ", ""));
            }
        }
    }

    private static List<Picture> pictures() throws IOException {
        return Pictures.all();
    }

    private static List<Picture> models() throws IOException {
        return Pictures.all().stream()
                .filter(picture -> picture.name().endsWith(".bpmn"))
                .toList();
    }
}
