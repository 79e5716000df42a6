package org.wbl.interviews.form;

import org.springframework.http.HttpStatus;

/** Where a link stands, and what its page says. */
enum LinkState {
    OPEN(HttpStatus.OK, "", ""),
    UNKNOWN(
            HttpStatus.NOT_FOUND,
            "We do not know this link",
            "Perhaps it was cut off in the mail. Please open it from the mail again, or copy all of it."),
    EXPIRED(
            HttpStatus.GONE,
            "This link has expired",
            "Your answer is still welcome. Ask for a new link, or call the school."),
    REVOKED(
            HttpStatus.GONE,
            "This is no longer needed",
            "It was answered in another way, or the interview has changed or ended. If a newer mail of ours asks you, please use the link in that one."),
    ON_HOLD(
            HttpStatus.CONFLICT,
            "This waits",
            "The interview is on hold. We write to you when it goes on; the same link works again then."),
    ANSWERED(HttpStatus.CONFLICT, "Already answered", "Thank you, we have your answer. You need not do anything."),
    TOO_OFTEN(
            HttpStatus.TOO_MANY_REQUESTS,
            "Please wait a minute",
            "This came too often within a minute. Try again in a moment, or call the school."),
    TOO_MANY_CODES(
            HttpStatus.TOO_MANY_REQUESTS,
            "Please wait before you ask again",
            "Several codes were sent within the last hour. Use the newest one, try again later, or call the school."),
    NEEDS_CODE(
            HttpStatus.UNAUTHORIZED,
            "Please show that it is you",
            "Open your link once more: it asks for the code that we mail to you."),
    NOT_FROM_PAGE(
            HttpStatus.FORBIDDEN,
            "Please open the page again",
            "Your answer did not come from the page behind your link. Open the link once more and send it again.");

    private final HttpStatus status;
    private final String heading;
    private final String paragraph;

    LinkState(HttpStatus status, String heading, String paragraph) {
        this.status = status;
        this.heading = heading;
        this.paragraph = paragraph;
    }

    HttpStatus status() {
        return status;
    }

    String heading() {
        return heading;
    }

    String paragraph() {
        return paragraph;
    }
}
