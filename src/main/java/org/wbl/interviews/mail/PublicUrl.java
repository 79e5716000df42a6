package org.wbl.interviews.mail;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where people outside reach the application: what every link in a mail begins with, and what names our mails. */
@Component
public class PublicUrl {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private final String start;
    private final String host;

    /**
     * Reads the address.
     *
     * @throws IllegalArgumentException if links could not begin with it: each link is a login for one act, so it goes
     *     over TLS unless it leads to this machine
     */
    PublicUrl(@Value("${interviews.public-url}") String configured) {
        var url = parsed(configured);
        if (url == null || url.getHost() == null || url.getQuery() != null || url.getFragment() != null) {
            throw new IllegalArgumentException(
                    "PUBLIC_URL must be an address such as https://interviews.example.org: links in mails begin with it.");
        }
        if (!"https".equals(url.getScheme())
                && !("http".equals(url.getScheme()) && THIS_MACHINE.contains(url.getHost()))) {
            throw new IllegalArgumentException(
                    "PUBLIC_URL must begin with https:// unless it names localhost: a link in a mail is as good as a"
                            + " password.");
        }
        start = configured.strip().replaceFirst("/+$", "") + "/";
        host = url.getHost();
    }

    /** Returns the address of one of our pages; the path begins with a slash. */
    public String link(String path) {
        return start + path.substring(1);
    }

    /** Whether pages are read over TLS; only on this machine they need not be. */
    public boolean isSecure() {
        return start.startsWith("https:");
    }

    boolean leadsTo(String link) {
        return link.startsWith(start);
    }

    String host() {
        return host;
    }

    private static @Nullable URI parsed(String configured) {
        try {
            return new URI(configured.strip());
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
