package io.github.smartia.connect.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever bytes come, there is a page, or the one exception that tells of them without quoting them. */
class BrokenAnswersTest {

    private static final byte[] GOOD = SessionJson.page(
            3,
            SessionJson.completed().with("user.house", "{\"name\":\"Raven\"}").text(),
            SessionJson.inProgress().with("result", "{\"level\":1}").text(),
            SessionJson.completed().with("user.userId", "7").text());

    @Property(tries = 3_000, shrinking = ShrinkingMode.OFF)
    void answerWithBytesChangedIsReadOrRefused(@ForAll("changed") byte[] answer) {
        assertThat(pageOrRefusal(answer)).doesNotContain("Zo", "zoe", "Raven", "A123");
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void answerCutShortIsRefused(@ForAll("lengths") int length) {
        byte[] cut = Arrays.copyOf(GOOD, length);

        assertThatThrownBy(() -> SessionJson.read(cut))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageNotContaining("Zo");
    }

    @Provide
    Arbitrary<byte[]> changed() {
        Arbitrary<Byte> bytes = Arbitraries.oneOf(
                Arbitraries.bytes(),
                Arbitraries.of(List.of((byte) '{', (byte) '}', (byte) '[', (byte) ']', (byte) '"')));
        return Combinators.combine(lengths(), bytes)
                .as(Change::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(Change::applied);
    }

    @Provide
    Arbitrary<Integer> lengths() {
        return Arbitraries.integers().between(0, GOOD.length - 1);
    }

    private static String pageOrRefusal(byte[] answer) {
        try {
            return SessionJson.read(answer).entries().size() + " entries";
        } catch (UnexpectedResponseException e) {
            assertThat(e.getCause()).isNull();
            return e.getMessage();
        }
    }

    /** One byte in place of another. */
    private record Change(int place, byte value) {

        static byte[] applied(List<Change> changes) {
            byte[] answer = GOOD.clone();
            changes.forEach(change -> answer[change.place] = change.value);
            return answer;
        }
    }
}
