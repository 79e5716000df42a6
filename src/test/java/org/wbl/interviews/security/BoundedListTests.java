package org.wbl.interviews.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.wbl.interviews.ApplicationTest;
import org.wbl.interviews.Browser;
import org.wbl.interviews.process.Groups;
import org.wbl.interviews.process.StaffAccounts;

@ApplicationTest
@DisplayName("A list without a number of rows")
class BoundedListTests {

    private static final String PASSWORD = "a-password-for-lists";

    @Autowired
    private TestRestTemplate http;

    @Autowired
    private StaffAccounts accounts;

    @BeforeEach
    void anAccount() {
        accounts.add(
                new StaffAccounts.Account(
                        "lia", "Lia", "List", "lia@schools.example", Groups.DISTRICT_ADMINISTRATORS, List.of()),
                PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // as Cockpit asks for the versions of a process
                "/process-definition?key=informational-interview&sortBy=version&sortOrder=desc&withoutTenantId=true",
                "/process-definition?key=informational-interview&maxResults=1",
                "/process-definition?key=informational-interview&firstResult=0"
            })
    void isBoundedForAWebApplication(String list) {
        assertThat(Browser.of(http, "lia", PASSWORD).get(Browser.WEB + list).getBody())
                .contains("\"key\":\"informational-interview\"");
    }

    @Test
    void isRefusedForAProgram() {
        var answer = http.withBasicAuth("lia", PASSWORD).getForEntity("/engine-rest/process-definition", String.class);

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        assertThat(answer.getBody()).contains("An unbound number of results is forbidden!");
    }
}
