package org.wbl.interviews.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;
import org.wbl.interviews.InterviewsApplication;
import org.wbl.interviews.form.LinkTokens;
import org.wbl.interviews.interview.Interviews;
import org.wbl.interviews.interview.Mode;

/**
 * Opens, saves and answers emailed forms while many other tasks are open, and prints how long the server takes;
 * bench/README.md says how to run it.
 */
public final class EmailedFormBenchmark {

    private static final int WARM_UP = 2_000;
    private static final int PAGES = 2_000;
    private static final int SAVES = 1_000;

    /** With those of the warm-up fewer than one network may send in a minute. */
    private static final int ANSWERS = 200;

    private static final Pattern NONCE = Pattern.compile("data-nonce=\"([0-9a-f]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final String address;

    private EmailedFormBenchmark(String address) {
        this.address = address;
    }

    /** Takes how many tasks are open, and a directory for the database. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var tasks = Integer.parseInt(arguments[0]);
        var directory = Path.of(arguments[1]);
        FileSystemUtils.deleteRecursively(directory);
        try (var application = new SpringApplicationBuilder(InterviewsApplication.class)
                .profiles("demo")
                .run(
                        "--server.port=0",
                        "--interviews.data-directory=" + directory,
                        "--camunda.bpm.job-execution.enabled=false",
                        "--logging.level.root=WARN")) {
            var database = application.getBean(JdbcClient.class);
            invent(database, application.getBean(Interviews.class), application.getBean(RuntimeService.class), tasks);
            var paths = tokens(database, application.getBean(LinkTokens.class));
            var port = application.getEnvironment().getRequiredProperty("local.server.port");
            new EmailedFormBenchmark("http://localhost:" + port).measure(paths, tasks);
        }
    }

    private void measure(List<String> paths, int tasks) throws IOException, InterruptedException {
        for (var path : paths.subList(0, WARM_UP)) {
            get(path);
        }
        var pages = new ArrayList<Long>();
        var nonces = new ArrayList<String>();
        for (var path : paths.subList(WARM_UP, WARM_UP + PAGES)) {
            var start = System.nanoTime();
            var page = get(path);
            pages.add(System.nanoTime() - start);
            var nonce = NONCE.matcher(page);
            if (!nonce.find()) {
                throw new IllegalStateException("This is no form: " + page);
            }
            nonces.add(nonce.group(1));
        }
        report("%,d open tasks; opening a form".formatted(tasks), pages);
        var answer = Map.<String, Object>of("answer", "DECLINED");
        var saves = new ArrayList<Long>();
        for (var i = 0; i < SAVES; i++) {
            saves.add(send("PUT", paths.get(WARM_UP + i) + "/draft", nonces.get(i), answer));
        }
        report("keeping what is begun", saves);
        var answers = new ArrayList<Long>();
        for (var i = 0; i < ANSWERS; i++) {
            answers.add(send("POST", paths.get(WARM_UP + i), nonces.get(i), answer));
        }
        report("answering", answers);
    }

    private String get(String path) throws IOException, InterruptedException {
        var answer =
                http.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("%s: %d".formatted(path, answer.statusCode()));
        }
        return answer.body();
    }

    private long send(String method, String path, String nonce, Map<String, Object> answers)
            throws IOException, InterruptedException {
        var body = json.writeValueAsString(Map.of("nonce", nonce, "version", 0, "answers", answers));
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body, UTF_8))
                .build();
        var start = System.nanoTime();
        var answer = http.send(request, BodyHandlers.ofString());
        var took = System.nanoTime() - start;
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("%s %s: %d %s".formatted(method, path, answer.statusCode(), answer.body()));
        }
        return took;
    }

    private static void report(String what, List<Long> took) {
        var sorted = took.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "%s: median %.1f ms, 95th percentile %.1f ms, slowest %.1f ms, of %d%n",
                what,
                percentile(sorted, 50),
                percentile(sorted, 95),
                Arrays.stream(sorted).max().orElseThrow() / 1e6,
                sorted.length);
    }

    private static double percentile(long[] sorted, int percent) {
        return sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)] / 1e6;
    }

    /** One invitation is sent as always, and copied with all that belongs to it. */
    private static void invent(JdbcClient database, Interviews interviews, RuntimeService runtime, int copies) {
        var student = database.sql("select min(id) from interviews.student where school = '02M999'")
                .query(Long.class)
                .single();
        var contact = database.sql("""
                        select min(c.id) from interviews.employer_contact c
                        join interviews.employer e on e.id = c.employer_id where e.school = '02M999'
                        """).query(Long.class).single();
        var id = interviews.request(
                "02M999", student, "carla", "carla", "theo", Mode.IN_PERSON_WORKPLACE, "Health", "Why not.", "");
        interviews.match(id, contact);
        runtime.startProcessInstanceByKey(
                "employer-invitation",
                id,
                Variables.createVariables()
                        .putValue("interviewId", id)
                        .putValue("ending", "")
                        .putValueTyped("school", Variables.stringValue("02M999", true)));
        copy(database, copies, "interviews.interview", "t.id = '%s'".formatted(id), "id");
        for (var table : List.of("execution", "task", "identitylink", "variable", "job")) {
            copy(
                    database,
                    copies,
                    "public.act_ru_" + table,
                    "true",
                    "id_",
                    "proc_inst_id_",
                    "process_instance_id_",
                    "root_proc_inst_id_",
                    "parent_id_",
                    "execution_id_",
                    "task_id_",
                    "var_scope_",
                    "business_key_");
        }
        database.sql("""
                        update public.act_ru_variable v set text_ = e.business_key_ from public.act_ru_execution e
                        where v.name_ = 'interviewId' and e.id_ = v.proc_inst_id_
                        """).update();
        copy(
                database,
                copies,
                "interviews.form_link",
                "t.task_id is not null",
                "id",
                "token_hash",
                "task_id",
                "interview_id");
        copy(
                database,
                copies,
                "interviews.mail_log",
                "t.form_link_id is not null",
                "id",
                "message_id",
                "interview_id",
                "form_link_id");
        database.sql("analyze").update();
    }

    /** Copies rows; what names others in these columns names their copies. */
    private static void copy(JdbcClient database, int copies, String table, String which, String... renamed) {
        database.sql("""
                        insert into %1$s
                        select copy.* from %1$s t, generate_series(1, :copies) as n,
                            lateral jsonb_populate_record(null::%1$s, to_jsonb(t) || (select jsonb_object_agg(column_name, case
                                when value ~ '^[0-9a-f-]{36}$' and column_name in ('id', 'form_link_id')
                                    then md5(value || n)::uuid::text
                                when column_name = 'token_hash' then '\\x' || encode(sha256(convert_to(value || n, 'UTF8')), 'hex')
                                else value || '-' || n end)
                            from jsonb_each_text(to_jsonb(t)) as found (column_name, value)
                            where column_name = any (:renamed) and value is not null)) as copy
                        where %2$s
                        """.formatted(table, which))
                .param("renamed", renamed)
                .param("copies", copies)
                .update();
    }

    private static List<String> tokens(JdbcClient database, LinkTokens tokens) {
        var links = database.sql(
                        "select id from interviews.form_link where task_id is not null order by id limit :most")
                .param("most", WARM_UP + PAGES)
                .query(UUID.class)
                .list();
        for (var link : links) {
            database.sql("update interviews.form_link set token_hash = :hash where id = :id")
                    .param("hash", LinkTokens.hash(tokens.token(link)))
                    .param("id", link)
                    .update();
        }
        return links.stream().map(link -> "/forms/" + tokens.token(link)).toList();
    }
}
