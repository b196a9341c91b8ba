package io.github.smartia.connect.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.RecordedLog;
import io.github.smartia.connect.model.SessionStream;
import org.junit.jupiter.api.Test;

class UnreadableFieldsLogTest {

    private final RecordedLog log = new RecordedLog();
    private final UnreadableFieldsLog fields = new UnreadableFieldsLog("oaks", log.logger());

    @Test
    void fieldIsLoggedOncePerStream() {
        fields.report(SessionStream.COMPLETED, "user.upn");
        fields.report(SessionStream.COMPLETED, "user.upn");
        fields.report(SessionStream.COMPLETED, "user.gender");
        fields.report(SessionStream.IN_PROGRESS, "user.upn");

        assertThat(log.lines())
                .extracting(line -> line.replaceFirst(" has a type.*", ""))
                .containsExactly(
                        "WARN Organisation oaks, stream completed: user.upn",
                        "WARN Organisation oaks, stream completed: user.gender",
                        "WARN Organisation oaks, stream in-progress: user.upn");
    }
}
