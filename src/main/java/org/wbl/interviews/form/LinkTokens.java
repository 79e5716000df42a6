package org.wbl.interviews.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Makes the tokens in mailed links, and the nonces of the pages behind them.
 *
 * <p>A token is the HMAC-SHA256 of the link's id under a key of 256 random bits that is not in the database. So a
 * reminder can carry the same link as the first mail, while the database holds nothing but the token's SHA-256.
 */
@Component
public class LinkTokens {

    private static final int KEY_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final BigInteger CODES = BigInteger.valueOf(1_000_000);
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    LinkTokens(
            @Value("${interviews.link-key}") String configured,
            @Value("${interviews.data-directory}") Path directory,
            @Value("${DB_URL:}") String server)
            throws IOException {
        if (configured.isBlank() && !server.isBlank()) {
            throw new IllegalStateException(
                    "LINK_KEY is missing. Set it to 64 hexadecimal digits (openssl rand -hex 32),"
                            + " the same on every node: the links in mails are made with it.");
        }
        var hex = configured.isBlank() ? kept(directory.resolve("link.key")) : configured.strip();
        if (!hex.matches("[0-9a-fA-F]{64}")) {
            throw new IllegalStateException("LINK_KEY must be 64 hexadecimal digits (openssl rand -hex 32).");
        }
        key = new SecretKeySpec(HexFormat.of().parseHex(hex), ALGORITHM);
    }

    /** Returns the token of a link, 43 characters fit for an address. */
    public String token(UUID link) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac("link:" + link));
    }

    /** Returns what the database keeps of a token. */
    public static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }

    /**
     * Returns a fresh proof that this link's page was opened; only with one of them an answer is taken. It holds as
     * long as the link: a page may stay open on a phone for days, and without the link it opens nothing.
     */
    String nonce(UUID link) {
        return stamp("nonce", link, salt());
    }

    boolean isNonceOf(UUID link, String nonce) {
        return isStamp("nonce", link, nonce);
    }

    /** Returns what ends the mails to an employer's contact, in an address; it holds for ever, and opens nothing. */
    public String stop(long contact) {
        return contact + "-" + Base64.getUrlEncoder().withoutPadding().encodeToString(mac("stop:" + contact));
    }

    /** Returns whose mails this ends; empty for a text that is not ours. */
    Optional<Long> stops(String token) {
        var contact = token.replaceFirst("-.*", "");
        return contact.matches("\\d{1,18}") && isSame(stop(Long.parseLong(contact)), token)
                ? Optional.of(Long.valueOf(contact))
                : Optional.empty();
    }

    /** Returns what stands for somebody where only sameness counts; without the key it tells nothing. */
    byte[] pseudonym(String who) {
        return mac("who:" + who);
    }

    /** Returns a fresh proof that somebody knew the code which was mailed for a link. */
    String proof(UUID link) {
        return stamp("proof", link, salt());
    }

    boolean isProofOf(UUID link, String proof) {
        return isStamp("proof", link, proof);
    }

    /** Returns the six digits that open a link while this salt is the newest. */
    String code(UUID link, String salt) {
        return "%06d"
                .formatted(new BigInteger(1, mac("code:" + link + ":" + salt))
                        .mod(CODES)
                        .intValue());
    }

    String salt() {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    private boolean isStamp(String kind, UUID link, String stamp) {
        var salt = stamp.substring(0, Math.min(stamp.length(), 2 * SALT_BYTES));
        return isSame(stamp(kind, link, salt), stamp);
    }

    private String stamp(String kind, UUID link, String salt) {
        return salt + HexFormat.of().formatHex(mac(kind + ":" + link + ":" + salt));
    }

    static boolean isSame(String secret, String given) {
        return MessageDigest.isEqual(secret.getBytes(UTF_8), given.getBytes(UTF_8));
    }

    private byte[] mac(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256.", e);
        }
    }

    /** With the embedded database there is one node: it keeps a key of its own beside the data. */
    private static String kept(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            var fresh = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(fresh);
            Files.writeString(file, HexFormat.of().formatHex(fresh), UTF_8);
        }
        return Files.readString(file, UTF_8).strip();
    }
}
