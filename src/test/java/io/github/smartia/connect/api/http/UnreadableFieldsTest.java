package io.github.smartia.connect.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.RecordedLog;
import io.github.smartia.connect.api.json.SessionJson;
import io.github.smartia.connect.model.SessionQuery;
import java.time.Clock;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.junit.jupiter.api.Test;

class UnreadableFieldsTest {

    private static final ApiOptions OPTIONS = Queries.options("https://api.example");

    private final RecordedLog log = new RecordedLog();
    private final ResponseInterpreter interpreter = new ResponseInterpreter(OPTIONS, Clock.systemUTC(), log.logger());

    @Test
    void fieldIsLoggedOncePerStream() {
        SessionJson session = SessionJson.completed().with("user.upn", "1");
        read(Queries.COMPLETED, session);
        read(Queries.COMPLETED, session.with("user.gender", "2"));
        read(Queries.IN_PROGRESS, SessionJson.inProgress().with("user.upn", "1"));

        assertThat(log.lines())
                .extracting(line -> line.replaceFirst(" has a type.*", ""))
                .containsExactly(
                        "WARN Organisation oaks, stream completed: user.upn",
                        "WARN Organisation oaks, stream completed: user.gender",
                        "WARN Organisation oaks, stream in-progress: user.upn");
    }

    private void read(SessionQuery query, SessionJson session) {
        byte[] page = SessionJson.page(1, session.text());
        interpreter.page(ApiCall.of(query, OPTIONS), new RawResponse(new BasicHttpResponse(200), page));
    }
}
