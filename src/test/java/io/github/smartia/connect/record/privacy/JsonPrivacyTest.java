package io.github.smartia.connect.record.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** firstName and emails are left out; upn and username are pseudonyms. */
class JsonPrivacyTest {

    private static final Pseudonyms PSEUDONYMS = new Pseudonyms("a secret of the right length");
    private static final String A1 = PSEUDONYMS.of("A1");

    private final JsonPrivacy privacy = new JsonPrivacy(
            new PersonalNames(
                    List.of("userId", "firstName", "emails", "upn", "username", "fullName", "dateOfBirth"),
                    List.of("firstName", "emails"),
                    List.of("upn", "username")),
            Optional.of(PSEUDONYMS));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'sessionId':'s','n':1.50,'b':true,'x':null,'l':[1,[2]]} |"
                        + " {'sessionId':'s','n':1.50,'b':true,'x':null,'l':[1,[2]]}",
                "{'user':{'userId':'u','firstName':'Zoë','upn':'A1'}}     | {'user':{'userId':'u','upn':'A1#'}}",
                "{'user':{'nickname':'Zoë','fullName':'Z'}}               | {'user':{'fullName':'Z'}}",
                "{'user':{'fullName':{'first':'Zoë','upn':'A1'}}}         | {'user':{'fullName':{'upn':'A1#'}}}",
                "{'user':'Zoë'}                                           | {}",
                "{'user':7}                                               | {}",
                "{'user':null}                                            | {'user':null}",
                "{'user':['Zoë',{'nickname':'Zoë','upn':'A1'},7]}         | {'user':[{'upn':'A1#'}]}",
                "{'User':{'nickname':'Zoë'}}                              | {'User':{}}",
                "{'user.nickname':'Zoë','user.upn':'A1'}                  | {'user.upn':'A1#'}",
                "{'a':{'b':[{'user':{'nickname':'Zoë'}}]}}                | {'a':{'b':[{'user':{}}]}}",
                "{'a':[{'b':{'FirstName':'Zoë','c':1}}]}                  | {'a':[{'b':{'c':1}}]}",
                "{'firstName':{'of':['Zoë']},'emails':['Zoë'],'email':1}  | {}",
                "{'user':{'upn':1}}                                       | {'user':{}}",
                "{'user':{'upn':{'of':'Zoë'}}}                            | {'user':{}}",
                "{'user':{'upn':['A1',7,['A1'],{'of':'Zoë'},null]}}       | {'user':{'upn':['A1#',['A1#'],null]}}",
                "{'upn':null,'username':'A1'}                             | {'upn':null,'username':'A1#'}",
                "{'firstName':'Zoë','firstName':'Zoë','a':1,'a':2}        | {'a':1,'a':2}",
                "{'upnAndFirstName':'Zoë'}                                | {}",
                "{'a':'firstName=Zoë','b':['UPN A1'],'c':'Maths'}         | {'b':[],'c':'Maths'}"
            })
    void whatIsPersonalIsTreatedWhereverItStands(String json, String expected) {
        assertThat(privacy.session(quoted(json))).isEqualTo(quoted(expected).replace("A1#", A1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\\\"user\\\":{\\\"nickname\\\":\\\"Zoë\\\"}}", " [ \\\"Zoë\\\" ]",
                "{\\\"nickname\\\":\\\"Zoë", "\\\"{\\\\\\\"nickname\\\\\\\":\\\\\\\"Zoë\\\\\\\"}\\\""
            })
    void jsonWithinATextIsLeftOutWholeOrCut(String text) {
        assertThat(privacy.session("{\"payload\":\"" + text + "\",\"level\":\"[Beta] L1\"}"))
                .isEqualTo("{\"level\":\"[Beta] L1\"}");
    }

    @Test
    void whatIsNoJsonIsNotWritten() {
        assertThat(privacy.session("{\"a\":")).isEqualTo("{}");
        assertThat(privacy.session("")).isEqualTo("{}");
        assertThat(privacy.field("a", "Zoë")).isEmpty();
    }

    @Test
    void numbersKeepTheirDigits() {
        String json = "{\"n\":[1.50,-0,1e5,2E-99999999999999999999,123456789012345678901234567890]}";

        assertThat(privacy.session(json)).isEqualTo(json);
    }

    /** Below properties that are treated, and under user, whatever the shape. */
    @Property(tries = 2_000)
    void nothingPersonalIsLeft(@ForAll("documents") String json) {
        assertThat(privacy.session(json)).doesNotContain("Zoë").doesNotContain("\"A1\"");
    }

    @Provide
    Arbitrary<String> documents() {
        Arbitrary<String> personal = nested(Arbitraries.of("\"Zoë\"", "\"A1\"", "null", "7"), "nickname");
        Arbitrary<String> harmless = nested(Arbitraries.of("\"Maths\"", "1.5", "true", "{}", "[]"), "topic");
        Arbitrary<String> property = Combinators.combine(
                        Arbitraries.of("firstName", "user", "e-mails", "FIRST_NAME", "user.house"), personal)
                .as((name, value) -> "\"" + name + "\":" + value);
        Arbitrary<String> other = harmless.map(value -> "\"topic\":" + value);
        return Combinators.combine(property, other, Arbitraries.integers().between(0, 5))
                .as((one, two, depth) -> "{\"a\":[".repeat(depth) + "{" + one + "," + two + "}" + "]}".repeat(depth));
    }

    private static Arbitrary<String> nested(Arbitrary<String> leaf, String name) {
        return Combinators.combine(leaf, Arbitraries.of(true, false).list().ofMaxSize(4))
                .as((value, wrappings) -> {
                    String json = value;
                    for (boolean inArray : wrappings) {
                        json = inArray ? "[" + json + "," + json + "]" : "{\"" + name + "\":" + json + "}";
                    }
                    return json;
                });
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }
}
