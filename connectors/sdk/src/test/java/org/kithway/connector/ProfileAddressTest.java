package org.kithway.connector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileAddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://www.linkedin.com/in/Ada-Quell/,linkedin:ada-quell",
        "linkedin.com/in/ada-quell?trk=x,linkedin:ada-quell",
        "https://de.linkedin.com/in/j%C3%B6rg,linkedin:jörg",
        "https://twitter.com/AdaQuell,twitter:@adaquell",
        "https://x.com/@adaquell?lang=en,twitter:@adaquell",
        "https://twitter.com/#!/adaquell,twitter:@adaquell",
        "https://twitter.com/i/user/12345,twitter:12345",
        "https://www.facebook.com/profile.php?id=100,facebook:100",
        "https://facebook.com/people/Ada-Quell/100,facebook:100",
        "https://m.facebook.com/Ada.Quell,facebook:adaquell",
        "https://www.instagram.com/ada.quell/,instagram:ada.quell",
        "https://github.com/AdaQuell,github:adaquell",
        "http://www.myspace.com/index.cfm?fuseaction=user.viewprofile&friendid=6222,myspace:6222",
        "http://www.myspace.com/AdaQuell,myspace:adaquell",
        "https://www.blogger.com/profile/01234567890,blogger:01234567890",
        "https://plus.google.com/111111111111111111111,googleplus:111111111111111111111",
        "https://plus.google.com/u/0/111111111111111111111/posts,googleplus:111111111111111111111",
        "https://town.example/@Ada,mastodon:ada@town.example",
        "https://town.example/users/ada,mastodon:ada@town.example",
    })
    void givesTheAccountInItsOneSpelling(String address, String account) {
        assertThat(ProfileAddress.account(address)).hasToString(account);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "https://www.linkedin.com/company/quell",
                "https://twitter.com/home",
                "https://www.facebook.com/groups/",
                "https://www.facebook.com/profile.php?id=",
                "https://github.com/adaquell/project",
                "https://www.youtube.com/@ada",
                "https://notlinkedin.com.example/in/ada",
                "https://evillinkedin.com/in/ada",
            })
    void leavesAsideWhatIsNoPersonsProfile(String address) {
        assertThat(ProfileAddress.account(address)).isNull();
    }
}
