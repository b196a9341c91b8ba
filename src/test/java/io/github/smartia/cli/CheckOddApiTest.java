package io.github.smartia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way in which an API may be odd has its remark, within 25 requests, and shows nothing of a session. */
class CheckOddApiTest {

    @AutoClose
    private final OddApi api = OddApi.start();

    @BeforeEach
    void addSessions() {
        api.completed = request -> School.COMPLETED;
        api.inProgress = School.IN_PROGRESS;
    }

    static Stream<Odd> oddities() {
        return Stream.of(OddDates.ALL, OddPages.ALL, OddContent.ALL, OddFaults.REMARKS)
                .flatMap(List::stream);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oddities")
    void anOddityIsARemark(Odd odd) {
        assertSeen(odd, "remark", 1);
    }

    static List<Odd> failures() {
        return OddFaults.FAILURES;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("failures")
    void whatCannotBeReadFails(Odd odd) {
        assertSeen(odd, "fails", 2);
    }

    private void assertSeen(Odd odd, String verdict, int exitCode) {
        odd.change().accept(api);
        Checked checked = Checked.of(api);

        assertThat(checked.row(odd.id())).contains(odd.seen()).contains(odd.then());
        assertThat(checked.verdict(odd.id())).isEqualTo(verdict);
        assertThat(checked.run().exitCode()).isEqualTo(exitCode);
        assertThat(api.requests()).isLessThanOrEqualTo(25);
        assertThat(checked.text()).doesNotContain(OddApi.KEY).doesNotContain("127.0.0.1");
        assertThat(School.values()).hasSizeGreaterThan(1_000).noneMatch(checked.text()::contains);
    }
}
