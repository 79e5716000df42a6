package org.wbl.interviews.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@StoryOf("class-list")
@DisplayName("A class list")
class ClassListTests {

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
    void isReplacedWhenItIsEnteredAgain() {
        theClass.coordinatorKeepsClass("Chemistry 11C", ClassCast.CLASS);
        theClass.coordinatorKeepsClass("Chemistry 11C", List.of(ClassCast.DIEGO));

        assertThat(
                        story.values(
                                "select given_name from interviews.class_list_member join interviews.student on id = student_id where class_list_id = (select max(id) from interviews.class_list)"))
                .containsExactly("Diego");
        assertThat(story.values(
                        "select school from interviews.class_list where name = 'Chemistry 11C' and school = '02M999'"))
                .hasSize(1);
    }

    @Test
    void needsStudents() {
        assertThatThrownBy(() -> theClass.coordinatorKeepsClass("Chemistry 11C", List.of()))
                .hasMessageContaining("Students");
    }
}
