package org.wbl.interviews.form;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.wbl.interviews.form.FormAnswering.LinkKey;
import org.wbl.interviews.form.FormAnswering.LinkNotUsable;
import org.wbl.interviews.form.Throttle.Act;
import org.wbl.interviews.language.Languages;
import org.wbl.interviews.process.OpenTasks.AnswersNotTaken;
import org.wbl.interviews.process.OpenTasks.Problem;
import org.wbl.interviews.process.OpenTasks.TaskGone;

/** Reads answers that a page sends, and says what came of them. */
@Component
class PostedAnswers {

    private static final int LONGEST_BODY = 128 * 1024;

    private final Throttle throttle;
    private final FormLinks links;
    private final Refusals refusals;
    private final LinkLanguages languages;
    private final Languages texts;
    private final ObjectMapper json;

    PostedAnswers(
            Throttle throttle,
            FormLinks links,
            Refusals refusals,
            LinkLanguages languages,
            Languages texts,
            ObjectMapper json) {
        this.throttle = throttle;
        this.links = links;
        this.refusals = refusals;
        this.languages = languages;
        this.texts = texts;
        this.json = json;
    }

    /** Takes the answers, or says in a sentence why not. */
    ResponseEntity<Reply> read(Act act, String token, String proof, HttpServletRequest request, Reading reading) {
        if (!throttle.admits(act, token, request.getRemoteAddr())) {
            return refuse(LinkState.TOO_OFTEN, token, request);
        }
        try {
            var body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
            if (body.length > LONGEST_BODY) {
                return refuse(HttpStatus.PAYLOAD_TOO_LARGE, "problem.tooLong", token, request);
            }
            JsonNode sent = json.readTree(body);
            if (!sent.path("answers").isObject() || !sent.path("nonce").isTextual()) {
                return noAnswer(token);
            }
            return reading.with(sent, new LinkKey(token, sent.path("nonce").asText(), proof));
        } catch (IOException e) {
            return noAnswer(token);
        } catch (AnswersNotTaken e) {
            refusals.count(
                    "ANSWERS_NOT_TAKEN", links.find(token).map(FormLink::id).orElse(null));
            return reply(HttpStatus.UNPROCESSABLE_ENTITY, String.valueOf(e.getMessage()), e.problems());
        } catch (LinkNotUsable e) {
            return refuse(e.state(), token, request);
        } catch (TaskGone e) {
            return refuse(LinkState.REVOKED, token, request);
        }
    }

    Map<String, Object> answers(JsonNode sent) {
        return json.convertValue(sent.path("answers"), new TypeReference<>() {});
    }

    interface Reading {

        /** {@code sent} has answers. */
        ResponseEntity<Reply> with(JsonNode sent, LinkKey key)
                throws IOException, AnswersNotTaken, LinkNotUsable, TaskGone;
    }

    private static ResponseEntity<Reply> reply(HttpStatus status, String message, List<Problem> problems) {
        return reply(status, new Reply(message, problems, null));
    }

    static ResponseEntity<Reply> reply(HttpStatus status, Reply reply) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(reply);
    }

    /** No page of ours sends such a thing: it need not be said in many languages. */
    private ResponseEntity<Reply> noAnswer(String token) {
        refusals.count("NOT_AN_ANSWER", links.find(token).map(FormLink::id).orElse(null));
        return reply(HttpStatus.BAD_REQUEST, "This is not an answer to a form.", List.of());
    }

    /** Thanks in the language of the page. */
    ResponseEntity<Reply> done(String text, FormLink link, HttpServletRequest request) {
        return done(List.of(text), link, request);
    }

    /** Thanks in several sentences. */
    ResponseEntity<Reply> done(List<String> sentences, FormLink link, HttpServletRequest request, Object... arguments) {
        var language = languages.of(link, request);
        return reply(
                HttpStatus.OK,
                sentences.stream()
                        .map(key -> texts.text(key, language, arguments))
                        .collect(joining(" ")),
                List.of());
    }

    /** Refuses with a text in the language of the page. */
    ResponseEntity<Reply> refuse(HttpStatus status, String text, String token, HttpServletRequest request) {
        return refuse(status, text, List.of(text), token, request);
    }

    private ResponseEntity<Reply> refuse(LinkState state, String token, HttpServletRequest request) {
        return refuse(state.status(), state.name(), List.of(state.heading(), state.paragraph()), token, request);
    }

    private ResponseEntity<Reply> refuse(
            HttpStatus status, String reason, List<String> sentences, String token, HttpServletRequest request) {
        var link = links.find(token);
        refusals.count(reason, link.map(FormLink::id).orElse(null));
        var language = link.map(known -> languages.of(known, request)).orElse(Languages.ENGLISH);
        return reply(
                status, sentences.stream().map(key -> texts.text(key, language)).collect(joining(". ")), List.of());
    }

    /**
     * What the page shows after sending.
     *
     * @param version of what was kept, to go on from
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reply(
            String message,
            List<Problem> problems,
            @Nullable Integer version) {}
}
