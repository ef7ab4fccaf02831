package dev.s2ioc.newapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({"busybox,busybox", "My_App,myapp", "7zip,zip", "a.b-c,ab-c", "trailing--,trailing"})
    void a_name_is_made_of_an_image(String image, String name) {
        assertEquals(name, Names.derivedFrom(image));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "A", "a_b", "1a", "a.b"})
    void invalid_names_are_refused(String name) {
        assertThrows(NewAppException.class, () -> Names.checked(name));
    }

    @ParameterizedTest
    @CsvSource({"2,true", "58,true", "59,false", "1,false"})
    void names_have_a_least_and_a_greatest_length(int length, boolean valid) {
        String name = "a".repeat(length);
        if (valid) {
            assertEquals(name, Names.checked(name));
        } else {
            assertThrows(NewAppException.class, () -> Names.checked(name));
        }
    }

    @ParameterizedTest
    @CsvSource({"57,57", "58,58", "70,58"})
    void long_names_are_cut(int length, int kept) {
        assertEquals("b".repeat(kept), Names.derivedFrom("b".repeat(length)));
    }
}
