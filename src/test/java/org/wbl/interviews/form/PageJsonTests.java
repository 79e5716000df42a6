package org.wbl.interviews.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageJsonTests {

    private static final Map<String, String> ANSWERS =
            Map.of("name", "</script><script>alert(1)</script><!-- & \u2028 \u2029 \\u003c \"");

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void cannotLeaveItsScriptElement() throws Exception {
        assertThat(PageJson.inPage(json.writeValueAsString(ANSWERS)))
                .doesNotContain("<", ">", "&", "\u2028", "\u2029")
                .contains("\\u003c/script\\u003e");
    }

    @Test
    void saysTheSame() throws Exception {
        String text = json.writeValueAsString(ANSWERS);

        assertThat(json.readTree(PageJson.inPage(text))).isEqualTo(json.readTree(text));
    }
}
