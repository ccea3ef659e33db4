package org.kithway.connector.blogger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void blocksBecomeLinesAndBlanksBecomeOne() {
        assertThat(Html.text("<p>One  wheel&nbsp; turns</p><ul><li>a<li>b</ul>End<br/>of\nit"))
                .isEqualTo("One wheel turns\na\nb\nEnd\nof\nit");
    }

    @Test
    void scriptsAndStylesAreNoText() {
        assertThat(Html.text("<style>p{}</style>a<script>b()</script><!-- c -->")).isEqualTo("a");
    }

    @Test
    void headingsThatWereEscapedTwiceAreReadable() {
        assertThat(Html.heading("The miller&#39;s &amp; baker&#39;s"))
                .isEqualTo("The miller's & baker's");
        assertThat(Html.heading("a &lt;b&gt;bold&lt;/b&gt; wheel")).isEqualTo("a bold wheel");
        assertThat(Html.heading("R & D at AT&T")).isEqualTo("R & D at AT&T");
    }

    @Test
    void unclosedTagsAndBlanksWithoutEndCostNoTime() {
        assertThat(Html.text("<div>".repeat(100_000) + "x")).isEmpty();
        assertThat(Html.text("a" + " ".repeat(100_000) + "b")).isEqualTo("a b");
    }
}
