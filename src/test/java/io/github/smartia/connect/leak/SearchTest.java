package io.github.smartia.connect.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class SearchTest {

    private static final String VALUE = "Zoë \"Quill\" O'Fulmar";
    private static final byte[] BYTES = VALUE.getBytes(StandardCharsets.UTF_8);

    private final Search search = new Search(List.of(new Planted("fullName", VALUE)));

    @Test
    void findsAValueAsItIsWhateverItsLettersAndSaysWhereWithoutShowingIt() {
        List<Leak> leaks = search.in(Remnant.of(
                "the log", "one\ntwo " + VALUE.toUpperCase(Locale.ROOT).replace('Ë', 'ë')));

        assertThat(leaks).singleElement().hasToString("fullName (plain) in the log, line 2");
    }

    @Test
    void findsAValueInJson() {
        assertForm(JsonMapper.shared().writeValueAsString(VALUE), "escaped for JSON");
        assertForm("\"Zo\\u00EB \\\"Quill\\\" O'Fulmar\"", "escaped for JSON in ASCII");
    }

    @Test
    void findsAValueInAUrl() {
        String encoded = URLEncoder.encode(VALUE, StandardCharsets.UTF_8);

        assertForm("?name=" + encoded + "&x", "encoded for a form");
        assertForm("/pupils/" + encoded.replace("+", "%20"), "encoded for a URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc"})
    void findsAValueInTheBase64OfAnythingLonger(String before) {
        byte[] longer = (before + VALUE + "?>").getBytes(StandardCharsets.UTF_8);

        assertForm(Base64.getEncoder().encodeToString(longer), "in Base64");
        assertThat(search.in(Remnant.of("a token", Base64.getUrlEncoder().encodeToString(longer))))
                .extracting(Leak::form)
                .singleElement()
                .asString()
                .startsWith("in Base64");
    }

    @Test
    void findsAValueInHexadecimalDigits() {
        assertForm(HexFormat.of().withUpperCase().formatHex(BYTES), "in hexadecimal digits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MD5", "SHA-1", "SHA-256"})
    void findsTheHashOfAValue(String algorithm) throws Exception {
        byte[] hash = MessageDigest.getInstance(algorithm).digest(BYTES);

        assertThat(search.in(new Remnant("bytes", hash))).extracting(Leak::form).containsExactly(algorithm);
        assertForm(HexFormat.of().formatHex(hash), algorithm + " in hexadecimal digits");
        assertForm(Base64.getEncoder().withoutPadding().encodeToString(hash), algorithm + " in Base64");
    }

    @Test
    void findsNothingInWhatOnlyLooksAlike() {
        assertThat(search.in(Remnant.of("the log", "Zoë \"Quill\" O'Fulma, Zoe 'Quill' O'Fulmar")))
                .isEmpty();
    }

    @Test
    void findsEveryValueOfAPupilInItsJson() {
        PlantedPupil pupil = new PlantedPupil("Fulmarette", LocalDate.of(1911, 2, 3));

        List<Leak> leaks = new Search(pupil.planted())
                .in(Remnant.of("the answer", pupil.pupil().json()));

        assertThat(leaks)
                .extracting(leak -> leak.what().name())
                .contains("userId", "username", "fullName", "firstName", "middleName", "lastName", "gender", "upn")
                .contains("externalId", "one of emails", "dateOfBirth", "an undocumented field of user");
    }

    @Test
    void whatMightBeFoundByChanceCannotBePlanted() {
        assertThatThrownBy(() -> new Planted("gender", "female"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("gender is too short: it might be found by chance");
    }

    private void assertForm(String text, String form) {
        assertThat(search.in(Remnant.of("a text", text))).extracting(Leak::form).contains(form);
    }
}
