package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wbl.interviews.process.Groups;

@StoryOf("class-interviews")
@DisplayName("Interviews for a class")
class ClassInterviewsTests {

    @Autowired
    private Cast cast;

    @Autowired
    private Story story;

    private ClassCast theClass;

    @BeforeEach
    void aClass() {
        theClass = new ClassCast(cast, story);
    }

    @Test
    void beginForEveryStudent() {
        theClass.coordinatorKeepsClass("Vets of tomorrow", ClassCast.CLASS);

        request();

        assertThat(story.values("select given_name || mode from interviews.case_file order by given_name"))
                .containsExactly("AminaVIDEO", "DiegoVIDEO");
        assertThat(story.openTasks()).containsExactly("Activity_SetObjectives", "Activity_SetObjectives");
    }

    @Test
    void nameWhoIsLeftOut() {
        cast.coordinatorRequests();
        theClass.coordinatorKeepsClass("Vets of tomorrow", ClassCast.CLASS);

        request();

        assertThat(story.values("select given_name from interviews.case_file order by given_name"))
                .containsExactly("Amina", "Diego");
        assertThat(cast.shown("Activity_ReadLeftOut"))
                .containsEntry("leftOutLines", "- Amina Bello: has an open interview in this field");
        cast.coordinator("Activity_ReadLeftOut", Map.of());
    }

    private void request() {
        cast.start(Cast.COORDINATOR, Groups.COORDINATORS, "class-interviews", theClass.request("VIDEO"));
    }
}
