package org.wbl.interviews;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What others wrote and we serve is exactly what was once looked at. */
class VendorLockTests {

    private static final String LOCK = "vendor.lock";

    @ParameterizedTest
    @ValueSource(
            strings = {"src/main/resources/fonts", "src/main/resources/static/vendor", "src/test/resources/vendor"})
    void vendoredFilesAreTheLockedOnes(Path vendor) throws IOException {
        assertThat(new TreeMap<>(checksums(vendor)))
                .as("changed, missing or unlisted files in %s; %s is refreshed as a README.md there says", vendor, LOCK)
                .isEqualTo(new TreeMap<>(locked(vendor)));
    }

    private static Map<String, String> locked(Path vendor) throws IOException {
        return Files.readAllLines(vendor.resolve(LOCK)).stream()
                .map(line -> line.split("\\s+", 2))
                .collect(toMap(entry -> entry[1], entry -> entry[0]));
    }

    private static Map<String, String> checksums(Path vendor) throws IOException {
        try (var files = Files.walk(vendor)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(LOCK))
                    .collect(toMap(
                            file -> vendor.relativize(file).toString().replace('\\', '/'), VendorLockTests::sha256));
        }
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
