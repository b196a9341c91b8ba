package io.github.smartia.connect.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.smartia.connect.config.Properties;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What people get wrong: the setting and the value that they send, the setting on which the error shows, and what it
 * says. A value of NONE takes the setting out. The API is asked for none of them.
 */
class ValidationWalksTest {

    private final FakePageFetcher api = FakePageFetcher.answering();

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "NONE", textBlock = """
            api.key                          | NONE                                | api.key              | must not be empty
            api.key                          | ''                                  | api.key              | must not be empty
            api.key                          | two words                           | api.key              | printable ASCII
            api.key                          | ${env:SMART_IA_NOT_SET}             | api.key              | variable is not set
            api.key                          | ${file:/nowhere/secrets:api.key}    | api.key              | the file does not exist
            api.key                          | ${vault:secret/smart-ia:key}        | api.key              | does not name vault
            api_key                          | another-key                         | api_key              | Did you mean api.key?
            api.url                          | connect.century.tech/api/v1         | api.url              | must start with https://
            api.url                          | http://connect.century.tech/api/v1  | api.url              | must start with https://
            api.url                          | https://u:p@connect.century.tech    | api.url              | must not contain a user name
            start_date                       | 2026-09-01                          | start_date           | Did you mean start.date?
            start.date                       | 01/09/2026                          | start.date           | 2026-09-01
            start.date                       | 2026-09-01T00:00:00                 | start.date           | with its time zone
            poll.intervall.ms                | 1000                                | poll.intervall.ms    | Did you mean poll.interval.ms?
            poll.interval.ms                 | 1 minute                            | poll.interval.ms     | Not a number
            lookback                         | 1000                                | lookback             | Did you mean lookback.ms?
            page.size                        | 1000                                | page.size            | 1 to 100
            streams                          | complete                            | streams              | completed, in-progress
            topic.in.progress                | smart-ia.sessions.completed         | topic.in.progress    | must not be the topic of
            topics.completed                 | sessions                            | topics.completed     | Did you mean topic.completed?
            dead.letter.topic                | smart-ia.sessions.completed         | dead.letter.topic    | must not be the topic of
            api.max.retry                    | 3                                   | api.max.retry        | Did you mean api.max.retries?
            """)
    void aMistakeWithASingleOrganisation(String setting, String value, String errorOn, String says) {
        assertError(Properties.minimal(), setting, value, errorOn, says);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "NONE", textBlock = """
            api.key                          | key-3             | api.key                          | together with organisations
            organisations                    | oaks              | organisations                    | does not name elms
            organisations                    | oaks,elms,ashes   | organisations.ashes.api.key      | Missing required
            organisations                    | oaks;elms         | organisations                    | names of 1 to 64 letters
            organisations                    | oaks,elms,        | organisations                    | an extra comma
            organisations                    | oaks,elms,oaks    | organisations                    | oaks twice
            organisations                    | oaks,elms,St Mary | organisations                    | St Mary
            organisations                    | ${env:NOT_SET}    | organisations                    | variable is not set
            organizations                    | ashes             | organizations                    | Did you mean organisations?
            organisation                     | ashes             | organisation                     | Did you mean organisations?
            organizations.oaks.start.date    | 2026-09-01        | organizations.oaks.start.date    | Did you mean organisations.oaks.start.date?
            organisations.oak.api.key        | key-4             | organisations                    | does not name oak
            organisations.oaks.api.key       | NONE              | organisations.oaks.api.key       | Missing required
            organisations.oaks.api.key       | ''                | organisations.oaks.api.key       | must not be empty
            organisations.oaks.api.key       | key-2             | organisations.elms.api.key       | is the key of oaks too
            organisations.oaks.api.key       | ${env:NOT_SET}    | organisations.oaks.api.key       | variable is not set
            organisations.oaks.apikey        | key-5             | organisations.oaks.apikey        | Did you mean organisations.oaks.api.key?
            organisations.oaks.key           | key-5             | organisations.oaks.key           | Did you mean organisations.oaks.api.key?
            organisations.oaks.start_date    | 2026-09-01        | organisations.oaks.start_date    | Did you mean organisations.oaks.start.date?
            organisations.oaks.start.date    | last week         | organisations.oaks.start.date    | 2026-09-01
            organisations.oaks.filter.subject| Maths             | organisations.oaks.filter.subject| Did you mean organisations.oaks.filter.subjects?
            organisations.oaks.api.url       | http://school.uk  | organisations.oaks.api.url       | must start with https://
            """)
    void aMistakeWithManyOrganisations(String setting, String value, String errorOn, String says) {
        Map<String, String> two = Map.of(
                "organisations", "oaks,elms",
                "organisations.oaks.api.key", "key-1",
                "organisations.elms.api.key", "key-2");

        assertError(two, setting, value, errorOn, says);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "NONE", textBlock = """
            user.fields.exclud                     | upn                 | user.fields.exclud        | Did you mean user.fields.exclude?
            user.fields.excluded                   | upn                 | user.fields.excluded      | Did you mean user.fields.exclude?
            user.field.exclude                     | upn                 | user.field.exclude        | Did you mean user.fields.exclude?
            user_fields_exclude                    | upn                 | user_fields_exclude       | Did you mean user.fields.exclude?
            userFieldsExclude                      | upn                 | userFieldsExclude         | Did you mean user.fields.exclude?
            user.fields.remove                     | upn                 | user.fields.remove        | Did you mean user.fields.exclude?
            user.fields.pseudonymize               | upn                 | user.fields.pseudonymize  | Did you mean user.fields.pseudonymise?
            user.fields.pseudonymised              | upn                 | user.fields.pseudonymised | Did you mean user.fields.pseudonymise?
            user.fields.pseudonym                  | upn                 | user.fields.pseudonym     | Did you mean user.fields.pseudonymise?
            user.pseudonym.secrets                 | another secret here | user.pseudonym.secrets    | Did you mean user.pseudonym.secret?
            user.pseudonyms.secret                 | another secret here | user.pseudonyms.secret    | Did you mean user.pseudonym.secret?
            user.fields.exclude                    | fullname            | user.fields.exclude       | exact spelling
            user.fields.exclude                    | user.fullName       | user.fields.exclude       | exact spelling
            user.fields.exclude                    | userId              | user.fields.exclude       | exact spelling
            user.fields.exclude                    | fullName,fullName   | user.fields.exclude       | fullName twice
            user.fields.exclude                    | userId,upn          | user.fields.exclude       | exact spelling
            user.fields.exclude                    | externalId          | user.fields.pseudonymise  | either excluded or pseudonymised
            user.fields.pseudonymise               | dateOfBirth         | user.fields.pseudonymise  | exact spelling
            user.fields.pseudonymise               | NONE                | user.pseudonym.secret     | nothing is pseudonymised
            user.pseudonym.secret                  | NONE                | user.pseudonym.secret     | must be set
            user.pseudonym.secret                  | too short           | user.pseudonym.secret     | at least 16 characters
            user.pseudonym.secret                  | ${env:NOT_SET}      | user.pseudonym.secret     | variable is not set
            value.converter.use.latest.version     | true                | user.fields.exclude       | by position
            """)
    void aMistakeWithPrivacy(String setting, String value, String errorOn, String says) {
        Map<String, String> careful = Properties.with(
                "user.fields.exclude", "fullName",
                "user.fields.pseudonymise", "userId,externalId",
                "user.pseudonym.secret", "a secret of the right length");

        assertError(careful, setting, value, errorOn, says);
    }

    private void assertError(Map<String, String> sound, String setting, String value, String errorOn, String says) {
        Map<String, String> settings = new HashMap<>(sound);
        settings.remove(setting);
        if (value != null) {
            settings.put(setting, value);
        }

        Map<String, List<String>> errors = errors(settings);

        assertThat(errors).containsOnlyKeys(errorOn);
        assertThat(String.join(" ", errors.get(errorOn)))
                .contains(says)
                .doesNotContain("key-", Properties.KEY, "another secret", "a secret of", "too short");
        assertThat(api.queries).isEmpty();
    }

    private Map<String, List<String>> errors(Map<String, String> settings) {
        ConfigValidation validation = new ConfigValidation(new ConnectionCheck(one -> api, Duration.ofSeconds(5)));
        return validation.validate(settings).stream()
                .filter(setting -> !setting.errorMessages().isEmpty())
                .collect(Collectors.toMap(ConfigValue::name, ConfigValue::errorMessages));
    }
}
