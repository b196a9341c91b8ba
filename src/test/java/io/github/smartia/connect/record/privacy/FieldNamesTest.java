package io.github.smartia.connect.record.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldNamesTest {

    private final FieldNames names = new FieldNames(List.of("firstName", "upn", "emails", "userId", "dateOfBirth"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "firstName", "FirstName", "firstname", "FIRST_NAME", "first-name", "pupilFirstName", "user.firstName",
                "firstNames", "firstName2", "upn", "UPN", "pupilUPN", "upnOfPupil", "UPNs",
                "email", "e-mails", "userID", "userIds", "USERID", "date_of_birth", "the date of birth is unknown",
                "https://school.example/pupil?userId=7&x=1", "User(firstName=Zoë)"
            })
    void areRecognisedHoweverTheyAreWritten(String text) {
        assertThat(names.areIn(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "name", "first", "groupName", "Group number", "sessionId", "user", "...", "births", "s"})
    void areNotRecognisedInOtherWords(String text) {
        assertThat(names.areIn(text)).isFalse();
    }
}
