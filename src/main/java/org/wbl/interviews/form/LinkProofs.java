package org.wbl.interviews.form;

import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.wbl.interviews.mail.PublicUrl;

/** Keeps on a device that its owner knew the code of a link. */
@Component
class LinkProofs {

    static final String COOKIE = "proof";

    private final LinkTokens tokens;
    private final PublicUrl publicUrl;

    LinkProofs(LinkTokens tokens, PublicUrl publicUrl) {
        this.tokens = tokens;
        this.publicUrl = publicUrl;
    }

    /** Returns the cookie. Lax: the mail's link must bring it along. It goes to this link's pages alone. */
    ResponseCookie cookie(FormLink link) {
        return ResponseCookie.from(COOKIE, tokens.proof(link.id()))
                .path("/forms/" + tokens.token(link.id()))
                .httpOnly(true)
                .secure(publicUrl.isSecure())
                .sameSite("Lax")
                .maxAge(FormCodes.REMEMBERED)
                .build();
    }
}
