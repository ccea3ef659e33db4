package org.kithway.benchmarks.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class DataSetsTest {
    @Test
    void aRegisterIsKnownByItsHeadings(@TempDir Path folder) throws IOException {
        StringBuilder table = new StringBuilder("unique_id,first_name,surname,dob,cluster\n");
        for (int i = 0; i < 50; i++) {
            String person = "Ann" + (char) ('a' + i % 25) + "e,Quill" + (char) ('z' - i / 2 % 25);
            String born = ",19" + (50 + i / 2) + "-03-1" + i / 2 % 10 + ",";
            table.append(i).append(',').append(person).append(born).append(i / 2).append('\n');
        }
        Files.writeString(folder.resolve("anything.csv"), table);
        Files.writeString(folder.resolve("other.csv"), "a,b\n1,2\n");
        List<DataSet> sets = DataSets.in(folder);
        assertThat(sets).extracting(DataSet::name).containsExactly("anything.csv");
        assertThat(sets.getFirst().measure().records()).isEqualTo(50);
    }

    @Test
    void twoRegistersAndTheirMapAreOneSet(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.csv"), "id,title,authors\na1,Of quills,A. Bell\n");
        Files.writeString(folder.resolve("b.csv"), "id,title,authors\n7,Of quills,Anna Bell\n");
        Files.writeString(folder.resolve("map.csv"), "idA,idB\na1,7\n");
        assertThat(DataSets.in(folder)).extracting(DataSet::name).containsExactly("a.csv - b.csv");
    }

    @Test
    void aScoreCountsPairsAndWholeEntities() {
        Score score =
                Score.of(
                        List.of(List.of(0, 1), List.of(2, 3), List.of(4)),
                        List.of("a", "a", "b", "c", "c"));
        assertThat(score.precision()).isEqualTo(0.5);
        assertThat(score.recall()).isEqualTo(0.5);
        assertThat(score.clusterRecall()).isEqualTo(1.0 / 3);
    }
}
