package org.wbl.interviews.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.wbl.interviews.ApplicationTest;
import org.wbl.interviews.demo.SampleData;

@ApplicationTest
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("The first administrator")
class FirstAdministratorTests {

    private static final Pattern PRINTED = Pattern.compile("user '(\\w+)', password '([\\w-]+)'");

    @Autowired
    private IdentityService identities;

    @Autowired
    private ApplicationContext context;

    private List<String> others = List.of();

    @BeforeEach
    void isTheOnlyOne() {
        others = members().stream().filter(user -> !"district".equals(user)).toList();
        others.forEach(user -> identities.deleteMembership(user, Groups.DISTRICT_ADMINISTRATORS));
    }

    @AfterEach
    void putTheAdministratorBack() {
        members().stream().filter(user -> !"district".equals(user)).forEach(identities::deleteUser);
        if (members().isEmpty()) {
            identities.createMembership("district", Groups.DISTRICT_ADMINISTRATORS);
        }
        others.forEach(user -> identities.createMembership(user, Groups.DISTRICT_ADMINISTRATORS));
    }

    @Test
    void hasThePasswordOfTheEnvironmentAndThatIsNotPrinted(CapturedOutput output) {
        identities.deleteMembership("district", Groups.DISTRICT_ADMINISTRATORS);

        new FirstAdministrator(identities, "fromenv", "set-by-the-operator-1").create();

        assertThat(identities.checkPassword("fromenv", "set-by-the-operator-1")).isTrue();
        assertThat(members()).containsExactly("fromenv");
        assertThat(output).doesNotContain("set-by-the-operator-1");
    }

    @Test
    void hasARandomPasswordThatIsPrintedOnce(CapturedOutput output) {
        identities.deleteMembership("district", Groups.DISTRICT_ADMINISTRATORS);
        var administrator = new FirstAdministrator(identities, "printed", "");

        administrator.create();
        administrator.create();

        var printed = PRINTED.matcher(output);
        assertThat(printed.results().toList()).singleElement().satisfies(login -> {
            assertThat(login.group(1)).isEqualTo("printed");
            assertThat(login.group(2)).hasSize(24);
            assertThat(identities.checkPassword("printed", login.group(2))).isTrue();
        });
    }

    @Test
    void isNotCreatedBesideAnother() {
        new FirstAdministrator(identities, "second", "another-password-2").create();

        assertThat(members()).containsExactly("district");
        assertThat(identities.createUserQuery().userId("second").count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"carla", "theo", "adele", "kim", "tara", "abel", "lena", "mo", "dana", "demo", "admin"})
    void isAloneOutsideTheDemo(String sample) {
        assertThat(context.getBeanNamesForType(SampleData.class)).isEmpty();
        assertThat(identities.createUserQuery().userId(sample).count()).isZero();
        assertThat(identities.checkPassword(sample, SampleData.PASSWORD)).isFalse();
    }

    private List<String> members() {
        return identities.createUserQuery().memberOfGroup(Groups.DISTRICT_ADMINISTRATORS).list().stream()
                .map(User::getId)
                .toList();
    }
}
