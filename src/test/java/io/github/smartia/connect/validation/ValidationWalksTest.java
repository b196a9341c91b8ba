package io.github.smartia.connect.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.api.ApiException.Kind;
import io.github.smartia.connect.api.ApiExceptions;
import io.github.smartia.connect.api.FakeApi;
import io.github.smartia.connect.config.Properties;
import io.github.smartia.connect.config.SmartIaSourceConfig;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What people get wrong: the settings that they change, the setting on which the error shows, and what it says. Corrected,
 * the settings have no error, and only then the API is asked. A value of NONE takes a setting out; THIRTY stands for
 * thirty values.
 */
class ValidationWalksTest {

    private static final Map<String, String> TWO = Properties.organisations(List.of("oaks", "elms"));
    private static final Map<String, String> CAREFUL = Properties.with(
            "user.fields.exclude", "fullName",
            "user.fields.pseudonymise", "userId,externalId",
            "user.pseudonym.secret", "a secret of the right length");
    private static final Set<String> NAMES = SmartIaSourceConfig.definition().names();
    private static final Pattern MEANT = Pattern.compile("Did you mean (\\S+)\\?");

    private final FakeApi api = new FakeApi().serve();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            api.key=NONE                                          | api.key                   | name them in organisations
            api.key=                                              | api.key                   | must not be empty
            api.key=${env:SMART_IA_NOT_SET}                       | api.key                   | variable is not set
            api.key=${file:/nowhere/secrets:api.key}              | api.key                   | the file does not exist
            api.key=${vault:secret/smart-ia:key}                  | api.key                   | does not name vault
            api_key=another-key                                   | api_key                   | Did you mean api.key?
            start_date=2026-09-01                                 | start_date                | Did you mean start.date?
            lookback=1000                                         | lookback                  | Did you mean lookback.ms?
            api.retry.backoff.ms=501; api.retry.backoff.max.ms=500 | api.retry.backoff.max.ms | (500) must not be less than api.retry.backoff.ms (501)
            api.retry.backoff.ms=501; api.retry.backoff.max.ms=0  | api.retry.backoff.max.ms  | must be 1 to
            topic.in.progress=smart-ia.sessions.completed         | topic.in.progress         | must not be the topic of topic.completed
            topic.completed=a/b; topic.in.progress=a              | topic.completed           | 249
            dead.letter.topic=smart-ia.sessions.completed         | dead.letter.topic         | must not be the topic of topic.completed
            dead.letter.topic=dead; topic.in.progress=dead        | dead.letter.topic         | must not be the topic of topic.in.progress (dead)
            in.progress.endpoint=in-progress; filter.test.ids=THIRTY,x | filter.test.ids      | contains 31 values
            in.progress.endpoint=in-progress; filter.user.ids=THIRTY,x | filter.user.ids      | at most 30
            in.progress.endpoint=in-progress; filter.subjects=THIRTY,x | filter.subjects      | in.progress.endpoint=search
            api.ssl.truststore.location=/nowhere/ca.pem           | api.ssl.truststore.location | can't be read
            organisations.oaks.api.key=key-1                      | organisations             | does not name oaks
            """)
    void aMistakeWithASingleOrganisation(String changes, String errorOn, String says) {
        assertCorrected(Properties.minimal(), changes, errorOn, says);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            api.key=key-3                             | api.key                            | organisations.default.api.key
            organisations=oaks                        | organisations                      | does not name elms
            organisations=oaks,elms,ashes             | organisations.ashes.api.key        | Missing required
            organisations=oaks;elms                   | organisations                      | names of 1 to 64 letters
            organisations=oaks,elms,oaks              | organisations                      | oaks twice
            organisations=${env:NOT_SET}              | organisations                      | variable is not set
            organizations=ashes                       | organizations                      | Did you mean organisations?
            organizations.oaks.start.date=2026-09-01  | organizations.oaks.start.date      | Did you mean organisations.oaks.start.date?
            organisations.oak.api.key=key-4           | organisations                      | organisations.oak.api.key is set, and organisations does not name oak
            organisations.oaks.api.key=NONE           | organisations.oaks.api.key         | Missing required
            organisations.oaks.api.key=               | organisations.oaks.api.key         | must not be empty
            organisations.oaks.api.key=two words      | organisations.oaks.api.key         | printable ASCII
            organisations.oaks.api.key=key-of-elms    | organisations.elms.api.key         | is the key of oaks too
            organisations.oaks.api.key=${env:NOT_SET} | organisations.oaks.api.key         | variable is not set
            organisations.oaks=key-5                  | organisations.oaks                 | Did you mean organisations.oaks.api.key?
            organisations.oaks.apikey=key-5           | organisations.oaks.apikey          | Did you mean organisations.oaks.api.key?
            organisations.oaks.page.size=10           | organisations.oaks.page.size       | Did you mean organisations.oaks.
            organisations.oaks.start.date=last week   | organisations.oaks.start.date      | 2026-09-01
            organisations.oaks.filter.subjects=a,,b   | organisations.oaks.filter.subjects | an extra comma
            organisations.oaks.api.url=http://school.uk | organisations.oaks.api.url       | must start with https://
            api.url=nowhere                           | api.url                            | must start with https://
            in.progress.endpoint=in-progress; organisations.oaks.filter.test.ids=THIRTY,x | organisations.oaks.filter.test.ids | contains 31 values
            """)
    void aMistakeWithManyOrganisations(String changes, String errorOn, String says) {
        assertCorrected(TWO, changes, errorOn, says);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            user.fields.exclud=upn                    | user.fields.exclud        | Did you mean user.fields.exclude?
            user.fields.pseudonymize=upn              | user.fields.pseudonymize  | Did you mean user.fields.pseudonymise?
            user.pseudonym.secrets=another secret here | user.pseudonym.secrets   | Did you mean user.pseudonym.secret?
            user.fields.exclude=externalId            | user.fields.pseudonymise  | either excluded or pseudonymised
            user.fields.pseudonymise=NONE             | user.pseudonym.secret     | nothing is pseudonymised
            user.fields.pseudonymise=nobody           | user.fields.pseudonymise  | exact spelling
            user.pseudonym.secret=NONE                | user.pseudonym.secret     | must be set
            user.pseudonym.secret=too short           | user.pseudonym.secret     | at least 16 characters
            user.pseudonym.secret=${env:NOT_SET}      | user.pseudonym.secret     | variable is not set
            value.converter.use.latest.version=true   | user.fields.exclude       | value.converter.use.latest.version
            value.converter.use.latest.version= TRUE  | user.fields.exclude       | the wrong field
            key.converter.use.latest.version=true     | user.fields.exclude       | key.converter.use.latest.version
            value.converter.use.latest.with.metadata=application=x | user.fields.exclude | by position
            value.converter.use.schema.id=17          | user.fields.exclude       | by position
            value.converter.apicurio.registry.find-latest=true | user.fields.exclude | by position
            value.converter.apicurio.registry.artifact.version=3 | user.fields.exclude | by position
            user.fields.exclude=nobody; value.converter.use.latest.version=true | user.fields.exclude | exact spelling
            """)
    void aMistakeWithPrivacy(String changes, String errorOn, String says) {
        assertCorrected(CAREFUL, changes, errorOn, says);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api.retry.backoff.ms=500; api.retry.backoff.max.ms=500",
                "in.progress.endpoint=in-progress; filter.test.ids=THIRTY",
                "in.progress.endpoint=in-progress; filter.test.ids=THIRTY,x; streams=completed",
                "filter.test.ids=THIRTY,x",
                "description=a note; transforms=flat; transforms.flat.type=Flatten",
                "user.fields.exclude=NONE; value.converter.use.latest.version=true",
                "value.converter.use.latest.version=false",
                "value.converter.use.latest.version=",
                "value.converter.use.latest.version=no",
                "value.converter.use.schema.id=-1",
                "value.converter.apicurio.registry.find-latest=false",
                // With auto-registration, Apicurio's converter registers the record's schema and ignores find-latest.
                "value.converter.apicurio.registry.find-latest=true; value.converter.apicurio.registry.auto-register=true"
            })
    void soundSettingsHaveNoError(String changes) {
        assertThat(errors(changed(CAREFUL, changes))).isEmpty();
    }

    @Test
    void organisationsAtTwoUrlsMayShareAKey() {
        String changes = "organisations.oaks.api.key=key-of-elms; organisations.oaks.api.url=http://localhost/other";

        assertThat(errors(changed(TWO, changes))).isEmpty();
    }

    /** Each name becomes the one that was meant, each value its default, until no message is left. */
    @Test
    void mistakesAreCorrectedOneMessageAtATime() {
        String changes =
                "user.fields.exclud=upn; api_key=key-6; start_date=01/09/2026; page.size=1000; streams=complete";
        Map<String, String> settings = new HashMap<>(changed(CAREFUL, changes));

        assertThat(errors(settings))
                .hasSize(5)
                .allSatisfy((setting, messages) -> assertThat(messages).hasSize(1));
        while (!errors(settings).isEmpty()) {
            assertThat(api.queries()).isEmpty();
            String setting = errors(settings).keySet().iterator().next();
            Matcher meant = MEANT.matcher(errors(settings).get(setting).get(0));
            String value = settings.remove(setting);
            if (meant.find()) {
                settings.put(meant.group(1), value);
            }
        }

        assertThat(settings).isEqualTo(changed(CAREFUL, "user.fields.exclude=upn; api.key=key-6"));
    }

    private void assertCorrected(Map<String, String> sound, String changes, String errorOn, String says) {
        Map<String, List<String>> errors = errors(changed(sound, changes));

        assertThat(errors).containsOnlyKeys(errorOn);
        assertThat(String.join(" ", errors.get(errorOn)))
                .contains(says)
                .doesNotContain("key-", Properties.KEY, "another secret", "a secret of", "too short");
        assertThat(api.queries()).isEmpty();

        assertThat(errors(sound)).isEmpty();
        assertThat(api.queries()).isNotEmpty();
    }

    @Test
    void soundSettingsAreAllDescribedAndTheApiAsked() {
        List<ConfigValue> settings = validate(api, Properties.minimal());

        assertThat(settings).extracting(ConfigValue::name).containsExactlyInAnyOrderElementsOf(NAMES);
        assertThat(Properties.errors(settings)).isEmpty();
        assertThat(api.queries()).hasSize(1);
    }

    @Test
    void ifTheApiRejectsTheKeyTheKeyHasTheError() {
        FakeApi refusing = new FakeApi().failWith(ApiExceptions.noAnswer(Kind.KEY_REJECTED, "401"));

        assertThat(Properties.errors(validate(refusing, Properties.minimal()))).containsOnlyKeys("api.key");
        assertThat(refusing.queries()).hasSize(1);
    }

    @Test
    void everyNullIsRefusedByItsName() {
        Map<String, String> nulls = new HashMap<>();
        NAMES.forEach(setting -> nulls.put(setting, null));

        assertThat(Properties.errors(validate(api, nulls))).containsOnlyKeys(NAMES);
    }

    @Test
    void secretsShowInNoValueAndNoMessage() {
        List<ConfigValue> settings =
                validate(api, Properties.with("api.url", "http://century.tech", "user.fields.exclud", "upn-7"));

        assertThat(Properties.errors(settings)).containsOnlyKeys("api.url", "user.fields.exclud");
        assertThat(settings.toString()).doesNotContain(Properties.KEY, "upn-7");
        assertThat(api.queries()).isEmpty();
    }

    private Map<String, List<String>> errors(Map<String, String> settings) {
        return Properties.errors(validate(api, settings));
    }

    private static List<ConfigValue> validate(FakeApi api, Map<String, String> settings) {
        return new ConfigValidation(new ConnectionCheck(one -> api, Duration.ofSeconds(5))).validate(settings);
    }

    private static Map<String, String> changed(Map<String, String> sound, String changes) {
        String thirty = String.join(
                ",", IntStream.range(0, 30).mapToObj(Integer::toString).toList());
        Map<String, String> settings = new HashMap<>(sound);
        for (String change : List.of(changes.split("; "))) {
            String[] setting = change.split("=", 2);
            settings.put(setting[0], setting[1].replace("THIRTY", thirty));
            settings.remove(setting[0], "NONE");
        }
        return settings;
    }
}
