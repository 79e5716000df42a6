package org.wbl.interviews.form;

import org.springframework.http.HttpStatus;

/** Where a link stands; its page says so in the words of {@code messages/page}. */
enum LinkState {
    OPEN(HttpStatus.OK),
    UNKNOWN(HttpStatus.NOT_FOUND),
    EXPIRED(HttpStatus.GONE),
    REVOKED(HttpStatus.GONE),
    ON_HOLD(HttpStatus.CONFLICT),
    ANSWERED(HttpStatus.CONFLICT),
    TOO_OFTEN(HttpStatus.TOO_MANY_REQUESTS),
    TOO_MANY_CODES(HttpStatus.TOO_MANY_REQUESTS),
    NEEDS_CODE(HttpStatus.UNAUTHORIZED),
    NO_SUCH_DAY(HttpStatus.UNPROCESSABLE_ENTITY),
    NOT_FROM_PAGE(HttpStatus.FORBIDDEN);

    private final HttpStatus status;

    LinkState(HttpStatus status) {
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }

    /** Key of the text that says it in few words. */
    String heading() {
        return "link.%s.heading".formatted(name());
    }

    /** Key of the text that says what to do. */
    String paragraph() {
        return "link.%s.paragraph".formatted(name());
    }
}
