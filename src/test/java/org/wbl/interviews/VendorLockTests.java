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
import org.junit.jupiter.api.Test;

/** What others wrote and we serve is exactly what was once looked at. */
class VendorLockTests {

    private static final Path VENDOR = Path.of("src/main/resources/static/vendor");
    private static final Path LOCK = VENDOR.resolve("vendor.lock");

    @Test
    void vendoredFilesAreTheLockedOnes() throws IOException {
        assertThat(new TreeMap<>(checksums()))
                .as("changed, missing or unlisted files in %s; %s is refreshed as its README.md says", VENDOR, LOCK)
                .isEqualTo(new TreeMap<>(locked()));
    }

    private static Map<String, String> locked() throws IOException {
        return Files.readAllLines(LOCK).stream()
                .map(line -> line.split("\\s+", 2))
                .collect(toMap(entry -> entry[1], entry -> entry[0]));
    }

    private static Map<String, String> checksums() throws IOException {
        try (var files = Files.walk(VENDOR)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.equals(LOCK))
                    .collect(toMap(
                            file -> VENDOR.relativize(file).toString().replace('\\', '/'), VendorLockTests::sha256));
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
