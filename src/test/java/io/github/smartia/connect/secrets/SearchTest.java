package io.github.smartia.connect.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class SearchTest {

    private static final String VALUE = "Zoë \"Quill\" O'Fulmar";

    private final Search search = new Search(Map.of("fullName", VALUE));

    @Test
    void saysWhereAValueIsWithoutShowingIt() {
        assertThat(search.in(Remnant.of("the log", "one\ntwo " + VALUE.replace('Q', 'q'))))
                .containsExactly("fullName (plain) in the log, line 2");
    }

    static List<String> forms() throws NoSuchAlgorithmException {
        byte[] bytes = VALUE.getBytes(StandardCharsets.UTF_8);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
        String url = URLEncoder.encode(VALUE, StandardCharsets.UTF_8);
        return List.of(
                JsonMapper.shared().writeValueAsString(VALUE),
                "?name=" + url + "&x",
                "/pupils/" + url.replace("+", "%20"),
                HexFormat.of().withUpperCase().formatHex(bytes),
                HexFormat.of().formatHex(hash),
                Base64.getEncoder().encodeToString(("a" + VALUE + "?>").getBytes(StandardCharsets.UTF_8)),
                Base64.getUrlEncoder().encodeToString(("ab" + VALUE + "?>").getBytes(StandardCharsets.UTF_8)),
                Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void findsEachFormOfAValue(String text) {
        assertThat(search.in(Remnant.of("a text", text))).isNotEmpty();
    }

    @Test
    void findsNothingInWhatLooksAlike() {
        assertThat(search.in(Remnant.of("the log", "Zoë \"Quill\" O'Fulma, Zoe 'Quill' O'Fulmar")))
                .isEmpty();
    }
}
