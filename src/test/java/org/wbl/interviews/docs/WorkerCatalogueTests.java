package org.wbl.interviews.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The catalogue of workers")
class WorkerCatalogueTests {

    @Test
    void tellsWhatTheWorkersTell() throws IOException {
        assertThat(Files.readString(WorkerCatalogue.README).replace("\r\n", "\n"))
                .as("""
                        %s is out of date. Write it anew: mvn test-compile exec:java@catalogue""", WorkerCatalogue.README)
                .isEqualTo(WorkerCatalogue.expected());
    }
}
