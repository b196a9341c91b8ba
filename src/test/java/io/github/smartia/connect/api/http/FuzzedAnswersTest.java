package io.github.smartia.connect.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.smartia.connect.api.ApiException;
import io.github.smartia.connect.model.Entry;
import io.github.smartia.connect.model.MalformedSession;
import io.github.smartia.connect.model.Session;
import io.github.smartia.connect.model.SessionStream;
import io.github.smartia.connect.model.Status;
import io.github.smartia.connect.offset.SourcePartition;
import io.github.smartia.connect.read.KeyedContentHash;
import io.github.smartia.connect.record.RecordTimestamp;
import io.github.smartia.connect.record.SessionRecords;
import io.github.smartia.connect.record.SessionSchemas;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * Whatever the API answers becomes records or the documented exceptions, soon and in little memory. {@code
 * -Djqwik.tries.default=200000} makes a million answers of it.
 */
class FuzzedAnswersTest {

    private static final int ANSWERS_OF_A_TRY = 5;

    /** Of the processor's time, which a busy machine does not lengthen. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final long ALLOCATED_PER_BYTE = 100;

    /** Each of two thousand elements, if malformed, is read again by some parsers of its own. */
    private static final long ALLOCATED_ANYHOW = 32 << 20;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final ApiOptions OPTIONS = Queries.options("https://api.example");
    private static final ApiCall CALL = ApiCall.of(Queries.COMPLETED, OPTIONS);
    private static final ResponseInterpreter READER = new ResponseInterpreter(OPTIONS, Clock.systemUTC());
    private static final KeyedContentHash HASH = new KeyedContentHash("secret");
    private static final SessionRecords RECORDS = new SessionRecords(
            SessionSchemas.withAllFields(),
            Map.of(SessionStream.COMPLETED, "completed", SessionStream.IN_PROGRESS, "in-progress"),
            RecordTimestamp.EVENT);

    @Property(edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void anyAnswerBecomesRecordsOrADocumentedException(@ForAll("seeds") long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        for (int i = 0; i < ANSWERS_OF_A_TRY; i++) {
            assertBounded(answer(random));
        }
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.randomValue(Random::nextLong);
    }

    /** Classes are loaded, and what they share is made, before any memory is measured. */
    @BeforeContainer
    static void warmUp() {
        RandomGenerator random = new SplittableRandom(1);
        IntStream.range(0, 200).forEach(i -> read(answer(random)));
    }

    private static RawResponse answer(RandomGenerator random) {
        int status = random.nextInt(20) == 0 ? 400 : 200;
        return new RawResponse(new BasicHttpResponse(status), SpoiltAnswer.by(random));
    }

    private static void assertBounded(RawResponse answer) {
        long started = THREADS.getCurrentThreadCpuTime();
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        read(answer);
        assertThat(THREADS.getCurrentThreadAllocatedBytes() - allocated)
                .as("bytes allocated to read %d", answer.body().length)
                .isLessThan(ALLOCATED_ANYHOW + ALLOCATED_PER_BYTE * answer.body().length);
        assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - started))
                .isLessThan(SOON);
    }

    private static void read(RawResponse answer) {
        try {
            READER.page(CALL, answer).entries().forEach(FuzzedAnswersTest::publish);
        } catch (ApiException e) {
            assertThat(e.getMessage())
                    .doesNotContain("Doe", "john", "Raven", "Zo", "zoe")
                    .hasSizeLessThan(1_000);
            assertThat(e.getCause()).isNull();
        }
    }

    private static void publish(Entry entry) {
        HASH.of(entry);
        if (entry instanceof Session session) {
            SessionStream stream =
                    session.status() == Status.COMPLETED ? SessionStream.COMPLETED : SessionStream.IN_PROGRESS;
            SourceRecord record = RECORDS.session(new SourcePartition("default", stream), Map.of(), session);
            ((Struct) record.value()).validate();
        } else {
            assertThat(((MalformedSession) entry).toString())
                    .doesNotContain("Doe", "john", "Raven", "Zo", "zoe")
                    .hasSizeLessThan(1_500)
                    .doesNotContain("\n");
        }
    }
}
